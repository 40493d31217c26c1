// A session written elsewhere, as lines: one line is one note. Pure; what a line becomes in the release is decided here.

import { toHex } from "../../../base/bytes.ts";
import { toCanonicalBytes } from "../../../base/canonical.ts";
import type { DigestBytes } from "../../../domain/codebook.ts";
import type { ReleasedNote } from "../../../domain/desk-records.ts";
import { noteContent } from "../../../domain/note.ts";
import { EntityId, RecordId, z } from "../../../domain/schema.ts";

/** What a line holds beside its name; no speaker, no time: a release has none. */
const Content = z.strictObject({ ...noteContent, text: z.string() });
export const EnteredLine = z.readonly(z.strictObject({ noteId: EntityId, ...Content.shape }));
export type EnteredLine = z.infer<typeof EnteredLine>;

export const emptyContent = { kinds: [], dimensions: [], subThemes: [], topics: [] } as const;

// What people put before the lines of a list: a dash, a bullet, "3." or "3)".
const bullet = /^\s*(?:[-–—•*·▪]\s+|\d{1,3}[.)]\s+)/u;

/** A line a note, in order. Empty lines are none, and the mark of a list is no part of what was said. */
export const toTexts = (pasted: string): readonly string[] =>
  pasted
    .split(/\r\n|\r|\n/u)
    .map((line) => line.replace(bullet, "").trim())
    .filter((line) => line !== "");

/** Told by what is wrong with it: too long to be one note, or characters that no text can hold. */
export type LineFault = { readonly at: number; readonly type: "too-long" | "ill-formed" };

export const findFaults = (lines: readonly EnteredLine[]): readonly LineFault[] =>
  lines.flatMap(({ text }, at): readonly LineFault[] => {
    if (noteContent.text.safeParse(text.trim()).success || text.trim() === "") return [];
    return [{ at, type: text.trim().length > 20_000 ? "too-long" : "ill-formed" }];
  });

/**
 * The notes of a release. A line has no record of its own, so its revision is named by the digest of its content: the same
 * words keep their name when the session is saved again, and other words get another.
 */
export const toReleasedNotes = (
  lines: readonly EnteredLine[],
  digest: DigestBytes,
): Promise<readonly ReleasedNote[]> =>
  Promise.all(
    lines
      .filter(({ text }) => text.trim() !== "")
      .map(async (line) => {
        const note = { ...line, text: line.text.trim() };
        const name = await digest(toCanonicalBytes(note));
        return { ...note, revision: RecordId.parse(toHex(name)) };
      }),
  );

/** The lines of a release that was entered before, to be mended. */
export const toLines = (notes: readonly ReleasedNote[]): readonly EnteredLine[] =>
  notes.map(({ revision, ...line }) => {
    void revision; // Named so that it is left out.
    return line;
  });
