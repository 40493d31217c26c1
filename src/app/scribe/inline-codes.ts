// Codes typed in the text: `p3 ` at its start, ` #2`, ` !` or ` ?` at its end, and a text wholly in quotation marks.
// Never a bare digit ("3 poikaa huusi") and never a sign that touches a word ("Apua!"): those are what people said.
import { type Speaker, speakers } from "../../domain/note.ts";

export type InlineCode =
  | { readonly type: "speaker"; readonly speaker: Speaker }
  /** From 1, the place in the codebook. */
  | { readonly type: "dimension"; readonly number: number }
  | { readonly type: "star" }
  | { readonly type: "unfinished" }
  | { readonly type: "quote" };

export type Recognized = {
  readonly code: InlineCode;
  /** The text without the code. A quotation keeps its marks. */
  readonly text: string;
  /** What was taken out, and where: with it the text can be given back. */
  readonly literal: string;
  readonly at: "start" | "end";
};

const quotation = /^\s*(?:"[^"]+"|”[^”]+”|“[^“”]+”|«[^«»]+»|»[^«»]+»|„[^„“”]+[“”])$/u;

const endCode = (mark: string, dimensionCount: number): InlineCode | undefined => {
  if (mark === "!") return { type: "star" };
  if (mark === "?") return { type: "unfinished" };
  const number = Number(mark.slice(1));
  return number >= 1 && number <= dimensionCount ? { type: "dimension", number } : undefined;
};

/** The code that the key just before `caret` completed, if any. One at a time, as typed. */
export const recognizeCode = (
  text: string,
  caret: number,
  dimensionCount: number,
): Recognized | undefined => {
  const start = /^p(\d{1,2})\s$/iu.exec(text.slice(0, caret));
  const speaker = start && speakers.find((each) => each === `P${start[1]}`);
  if (start && speaker) {
    const code = { type: "speaker", speaker } as const;
    return { code, literal: start[0], at: "start", text: text.slice(start[0].length) };
  }
  if (caret !== text.length) return undefined;
  const end = /(?:^|\s)(#\d|!|\?)$/u.exec(text);
  const code = end?.[1] === undefined ? undefined : endCode(end[1], dimensionCount);
  if (end && code) return { code, literal: end[0], at: "end", text: text.slice(0, end.index) };
  return quotation.test(text)
    ? { code: { type: "quote" }, literal: "", at: "end", text }
    : undefined;
};

/** The text as it was typed, before the code was taken out of it. */
export const giveBack = ({ literal, at }: Recognized, text: string): string =>
  at === "start" ? literal + text : text + literal;
