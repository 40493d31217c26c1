// What people read from paper and type: 16 characters for a session card, 26 for a desk, 12 for a receipt read aloud.
// The last one is a check, so that a typo is told at once.
import { checkCharacter, hasValidCheck, normalizeCode, toCrockford } from "./crockford.ts";
import { failed, ok, type Result } from "./result.ts";

/** Codes of boxes: keys follow from them. */
export type CodeKind = "session" | "desk";
/** Everything that is typed in this form. A receipt opens nothing. */
export type TypedCode = CodeKind | "receipt";
export const codeLength = { session: 16, desk: 26, receipt: 12 } as const;

export type CodeError =
  | { readonly type: "code-length"; readonly expected: number; readonly actual: number }
  | { readonly type: "code-mistyped" };

/** The code in its one form (upper case, no hyphens, check character last), or what is wrong with it. */
export const parseCode = (kind: TypedCode, typed: string): Result<string, CodeError> => {
  const code = normalizeCode(typed);
  const expected = codeLength[kind];
  if (code.length !== expected)
    return failed({ type: "code-length", expected, actual: code.length });
  return hasValidCheck(code) ? ok(code) : failed({ type: "code-mistyped" });
};

/** A fresh code. `random` gives that many random bytes. 75 bits for a card, 125 for a desk. */
export const createCode = (kind: CodeKind, random: (length: number) => Uint8Array): string => {
  const body = toCrockford(random(16)).slice(0, codeLength[kind] - 1);
  return body + checkCharacter(body);
};
