// The words of a REFI-QDA file, from the locales, and the names of what is in it. The GUIDs never depend on the words, so
// that a Finnish and a Swedish export are one project.
import { guidOf } from "../base/name-guid.ts";
import type { Polarity } from "../domain/note.ts";
import type { Language, Role } from "../domain/schema.ts";

export type RefiWords = {
  readonly lang: Language;
  /** That the file holds notes as they were written and is not for publishing. */
  readonly mark: string;
  /** What was left out, each with its number behind it. */
  readonly leftOut: Readonly<Record<keyof RefiLosses, string>>;
  readonly folders: Readonly<
    Record<
      | "dimensions"
      | "kinds"
      | "topics"
      | "areas"
      | "polarity"
      | "themes"
      | "languages"
      | "marks"
      | "other",
      string
    >
  >;
  readonly polarities: Readonly<Record<Polarity, string>>;
  readonly marks: Readonly<Record<"star" | "unfinished" | "quotable", string>>;
  readonly roles: Readonly<Record<Role, string>>;
  readonly variables: Readonly<
    Record<"heldOn" | "place" | "languages" | "groups" | "people" | "reviewed", string>
  >;
  /** By code; one that is not here is called by its code. */
  readonly languages: Readonly<Record<Language, string>>;
  /** Of a translation's note, before the language. */
  readonly translation: string;
  readonly finding: string;
  /** Of a link from a finding to a note. */
  readonly supports: string;
  readonly opposes: string;
};

export type RefiLosses = {
  /** Characters that XML has no place for. */
  readonly characters: number;
  /** Notes with nothing else in them. */
  readonly empty: number;
  /** Sessions with rival releases, of which the newest was taken. */
  readonly rivals: number;
  readonly heldBack: number;
};

export const nameLanguage = ({ languages }: Pick<RefiWords, "languages">, code: Language): string =>
  languages[code] ?? code;

const space = "8c1f6d1e-5b0a-5a39-9a56-6b75756c7575";

/** The GUID of one of our things, named by its kind and ids. */
export const refiGuid = (...name: readonly string[]): string => guidOf(space, name.join("/"));
