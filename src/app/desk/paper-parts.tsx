// What several papers share: a QR picture, a fingerprint in groups, and words in another language than the screen's.
import { useEffect, useState } from "preact/hooks";
import { toGroups } from "../../base/crockford.ts";
import { attempt, type Result } from "../../base/result.ts";
import {
  type InterfaceLanguage,
  type WrittenLanguage,
  writtenLanguage,
} from "../../i18n/languages.ts";
import { loadTexts } from "../../i18n/load-texts.ts";
import type { Translate } from "../../i18n/resources.ts";
import { createTexts } from "../../i18n/texts.ts";
import { toQrPath } from "../../sync/qr-code.ts";
import "../../ui/qr-picture.css";
import { Alert } from "../../ui/message.tsx";
import { useT, useTexts } from "../../ui/use-texts.ts";
import type { AppDeps } from "../deps.ts";
import { paperLanguage } from "./paper-words.ts";

/** What `work` resolves to, or undefined until then; a later input's answer replaces an earlier one's. */
export const useAnswer = <T,>(
  work: () => Promise<T>,
  inputs: readonly unknown[],
): T | undefined => {
  const [answer, setAnswer] = useState<T | undefined>(undefined);
  useEffect(() => {
    let stopped = false;
    void work().then((value) => {
      if (!stopped) setAnswer(() => value);
    });
    return () => {
      stopped = true;
    };
  }, [...inputs]);
  return answer;
};

/** A QR picture at the full width of its place; the quiet zone is part of it. Nothing until it is drawn. */
export const PaperQr = ({ text, label }: { readonly text: string; readonly label: string }) => {
  const picture = useAnswer(() => toQrPath(text), [text]);
  if (!picture) return null;
  const { size, path } = picture;
  return (
    <svg
      class="qr"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shape-rendering="crispEdges"
    >
      <path d={path} fill="#000" />
    </svg>
  );
};

/** In two groups of four, for comparing by eye. */
export const useFingerprint = (deps: Pick<AppDeps, "keys">, recipient: string): string =>
  toGroups(useAnswer(() => deps.keys.fingerprintOf(recipient), [recipient]) ?? "");

/** The language the desk's own words are really spoken in. */
export const useLanguageOfPage = (): InterfaceLanguage => useTexts().spoken("desk");

export type PaperWords = {
  readonly t: Translate<"paper">;
  /** What the words are spoken in: the session's language, or the screen's where there are no words in it. */
  readonly spoken: WrittenLanguage;
  readonly longDay: (day: string) => string;
};

/** The papers' fixed words in a session's language; undefined while they are fetched. */
export const usePaperWords = (
  language: string,
): Result<PaperWords, { readonly type: "language-missing" }> | undefined => {
  const screen = useTexts();
  const code = paperLanguage(language) ?? screen.spoken("desk").code;
  const fetchWords = async (): Promise<PaperWords> => {
    const texts = await createTexts({ language: code, namespaces: ["paper"], load: loadTexts });
    return {
      t: texts.translate("paper"),
      spoken: writtenLanguage(texts.spoken("paper").code),
      longDay: (day) => texts.format().longDay(`${day}T12:00:00Z`),
    };
  };
  // It rejects when the file cannot be had: offline before the app was kept whole.
  return useAnswer(
    () => attempt(fetchWords, () => ({ type: "language-missing" as const })),
    [code],
  );
};

/** Stands in the place of a paper whose words cannot be had. */
export const WordsMissing = () => {
  const errors = useT("errors");
  return (
    <Alert>
      <p>{errors("language-missing")}</p>
    </Alert>
  );
};
