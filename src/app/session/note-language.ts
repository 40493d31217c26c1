// The language a scribe writes in on this device: not the talk's, not the app's. A small sealed row beside the drafts.
import { ok, type Result } from "../../base/result.ts";
import { Language, z } from "../../domain/schema.ts";
import type { StoreError } from "../../storage/ports.ts";
import type { OpenBox } from "../open-box.ts";

const rowKey = "note-language";
const Row = z.strictObject({ lang: Language });

/** Undefined until it was chosen: then the session's first language is it. */
export const readNoteLanguage = async (
  box: Pick<OpenBox, "drafts">,
): Promise<Result<Language | undefined, StoreError>> => {
  const row = await box.drafts.read(rowKey);
  return row.ok ? ok(Row.safeParse(row.value).data?.lang) : row;
};

export const writeNoteLanguage = (
  box: Pick<OpenBox, "drafts">,
  lang: Language,
): Promise<Result<void, StoreError>> => box.drafts.write(rowKey, { lang });
