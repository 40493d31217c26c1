// The shipped lexicons, fetched when somebody first asks for a suggestion. Add files, never change one: a record names the
// one it was made from.
import { attempt, type Result } from "../../base/result.ts";
import { Lexicon } from "../../domain/lexicon.ts";

export type LexiconError = { readonly type: "contents-missing" };

/** All of them: a session may be written in more than one language. */
export const loadLexicons = (): Promise<Result<readonly Lexicon[], LexiconError>> =>
  attempt(
    async () => {
      const files = await Promise.all([
        import("../content/lexicon-fi-1.json"),
        import("../content/lexicon-sv-1.json"),
        import("../content/lexicon-en-1.json"),
      ]);
      return files.map((file) => Lexicon.parse(file.default));
    },
    () => ({ type: "contents-missing" as const }), // An import rejects when the file cannot be had.
  );
