// What a screen of the session needs before it can be drawn: the session's questions and its codebook.
import { attempt, ok, type Result } from "../../base/result.ts";
import type { Codebook } from "../../domain/codebook.ts";
import type { Guide } from "../../domain/guide.ts";
import type { Localized } from "../../domain/schema.ts";
import type { StoreError } from "../../storage/ports.ts";
import type { AppDeps } from "../deps.ts";
import type { OpenBox } from "../open-box.ts";
import { type SessionFields, sessionFieldsOf } from "../session-plan.ts";
import { readNoteLanguage } from "./note-language.ts";

export type LoadError = StoreError | { readonly type: "contents-missing" };
export type SessionContents = {
  readonly guide: Guide;
  readonly codebook: Codebook;
  /** The session's own are not on this device: the app's own stand in, and the screen says so. */
  readonly isSubstitute: boolean;
  /** Changes when a plan arrives that names other contents. */
  readonly key: string;
  /** What the scribe chose to write in at the start, else the session's first language. */
  readonly usualLanguage: string | undefined;
};

export const contentsKey = (fields: SessionFields | undefined): string =>
  `${fields?.codebook ?? ""} ${fields?.guideDigest ?? ""}`;

export const loadContents = async (
  deps: Pick<AppDeps, "contents">,
  box: OpenBox,
): Promise<Result<SessionContents, LoadError>> => {
  const records = await box.records.readAll();
  if (!records.ok) return records;
  const fields = sessionFieldsOf(records.value, box.facts().card);
  const contents = await attempt(
    () => findContents(deps, fields),
    () => ({ type: "contents-missing" as const }), // An import rejects when the file cannot be had.
  );
  if (!contents.ok) return contents;
  const chosen = await readNoteLanguage(box);
  return ok({
    ...contents.value,
    key: contentsKey(fields),
    usualLanguage: (chosen.ok ? chosen.value : undefined) ?? fields?.languages[0],
  });
};

const findContents = async (
  { contents }: Pick<AppDeps, "contents">,
  fields: SessionFields | undefined,
): Promise<Pick<SessionContents, "guide" | "codebook" | "isSubstitute">> => {
  const guide = fields && (fields.guide ?? (await contents.loadGuide(fields.guideDigest)));
  const codebook = fields && (await contents.loadCodebook(fields.codebook));
  return {
    guide: guide ?? (await contents.currentGuide()),
    codebook: codebook ?? (await contents.currentCodebook()),
    isSubstitute: guide === undefined || codebook === undefined,
  };
};

export type ChosenText = { readonly text: string; readonly lang: string };

/** The text in the first language that has one; any other rather than none. */
export const chooseText = (
  all: Localized,
  languages: readonly string[],
): ChosenText | undefined => {
  const wished = [...languages, "fi", "sv", "en", ...Object.keys(all)];
  for (const lang of wished) {
    const text = all[lang];
    if (text !== undefined) return { text, lang };
  }
  return undefined;
};
