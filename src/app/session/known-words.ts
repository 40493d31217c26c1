// What a person of this session has said is no personal data, so that it is not pointed out again. A small sealed row
// beside the drafts, on this device only: it comes with the hints, not with the first keystroke.
import { ok, type Result } from "../../base/result.ts";
import { toKnownWord } from "../../domain/privacy/known-word.ts";
import { z } from "../../domain/schema.ts";
import type { StoreError } from "../../storage/ports.ts";
import type { OpenBox } from "../open-box.ts";

const rowKey = "known-words";
const maxWords = 200;
const Row = z.strictObject({
  words: z.readonly(z.array(z.string().check(z.maxLength(80))).check(z.maxLength(maxWords))),
});

export const readKnownWords = async (
  box: Pick<OpenBox, "drafts">,
): Promise<Result<readonly string[], StoreError>> => {
  const row = await box.drafts.read(rowKey);
  return row.ok ? ok(Row.safeParse(row.value).data?.words ?? []) : row;
};

/** Remembers one more word, the newest 200. Resolves to all of them. */
export const addKnownWord = async (
  box: Pick<OpenBox, "drafts">,
  word: string,
): Promise<Result<readonly string[], StoreError>> => {
  const known = await readKnownWords(box);
  if (!known.ok) return known;
  const added = toKnownWord(word);
  const words = [...known.value.filter((each) => each !== added), added].slice(-maxWords);
  const written = await box.drafts.write(rowKey, { words });
  return written.ok ? ok(words) : written;
};

/** After an erasure: a word that stands in no text any more may be what was erased. */
export const forgetUnheard = async (
  box: Pick<OpenBox, "drafts">,
  texts: readonly string[],
): Promise<Result<void, StoreError>> => {
  const known = await readKnownWords(box);
  if (!known.ok) return known;
  const heard = texts.map((text) => text.toLowerCase());
  const words = known.value.filter((word) => heard.some((text) => text.includes(word)));
  if (words.length === known.value.length) return ok(undefined);
  return words.length === 0 ? box.drafts.remove(rowKey) : box.drafts.write(rowKey, { words });
};
