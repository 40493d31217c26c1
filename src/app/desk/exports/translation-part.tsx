// Texts out to translators as one workbook, and back: what would change is shown before it does, and what does not fit is
// told with its row.
import { useMemo } from "preact/hooks";
import type { Translate } from "../../../i18n/resources.ts";
import type { TranslationError, TranslationRefusal } from "../../../report/translation-sheet.ts";
import { Button } from "../../../ui/button.tsx";
import { FileDrop } from "../../../ui/file-drop.tsx";
import { Alert, Message, Status } from "../../../ui/message.tsx";
import { Section } from "../../../ui/page.tsx";
import { Busy } from "../../../ui/progress.tsx";
import { useT, useTexts } from "../../../ui/use-texts.ts";
import type { OpenBox } from "../../open-box.ts";
import { FailureAlert } from "../failure.tsx";
import type { RoundPartProps } from "./raw-part.tsx";
import { languageNames } from "./round-words.ts";
import { createTranslationModel, type TranslationModel } from "./translation-model.ts";
import { applyTranslations, listEntries } from "./translations.ts";

export const TranslationPart = (props: RoundPartProps & { readonly desk: OpenBox }) => {
  const t = useT("exports");
  const { deps, desk, model, round, records } = props;
  const { code: lang } = useTexts().spoken("exports");
  const sheet = useMemo(createTranslationModel, [round.roundId]);
  const entries = useMemo(
    () =>
      listEntries(records, round, {
        finding: t("sheet.finding"),
        theme: t("sheet.theme"),
        question: t("sheet.question"),
        notice: t("sheet.notice"),
        alarm: t("sheet.alarm"),
        meaning: t("sheet.meaning"),
        example: t("sheet.example"),
        promise: t("sheet.promise"),
        measure: t("sheet.measure"),
        assessment: t("sheet.assessment"),
        seen: t("sheet.seen"),
      }),
    [records, round, t],
  );
  const languages = [
    ...new Set([...round.fields.languages, ...entries.flatMap(({ texts }) => Object.keys(texts))]),
  ];
  const words = {
    title: t("sheet.title"),
    guide: [t("sheet.guideFill"), t("sheet.guideId"), t("sheet.guideAdd")],
    about: t("words.about"),
    sheet: t("sheet.name"),
    id: t("sheet.id"),
    what: t("sheet.what"),
    lang,
    languages: languageNames,
  };
  const order = {
    what: "translations",
    part: "translations",
    ending: "xlsx",
    prepare: () => ({
      ...({ what: "translations", entries, languages, words } as const),
      madeAt: new Date(deps.env.now()).toISOString(),
    }),
  };
  if (entries.length === 0) {
    return (
      <Section title={t("sheet.title")}>
        <p>{t("sheet.none")}</p>
      </Section>
    );
  }
  return (
    <Section title={t("sheet.title")}>
      <p>{t("sheet.body")}</p>
      <div class="actions">
        <Button
          disabled={model.current.value.state === "making"}
          onClick={() => void model.make(order)}
        >
          {t("sheet.save")}
        </Button>
      </div>
      <FileDrop
        label={t("sheet.back")}
        hint={t("sheet.backHint")}
        onFiles={([file]) => {
          if (!file) return;
          void sheet.read(async () => new Uint8Array(await file.arrayBuffer()), entries);
        }}
      />
      <SheetResult
        model={sheet}
        onApply={() =>
          void sheet.apply(({ changes }) => applyTranslations(desk, records, round, changes))
        }
      />
    </Section>
  );
};

const SheetResult = (props: { readonly model: TranslationModel; readonly onApply: () => void }) => {
  const t = useT("exports");
  const now = props.model.current.value;
  switch (now.state) {
    case "idle":
      return null;
    case "reading":
      return <Busy />;
    case "unreadable":
      return (
        <Alert>
          <p>{t("refused.unreadable")}</p>
        </Alert>
      );
    case "refused":
      return (
        <Alert>
          <p>{refusalText(t, now.error)}</p>
          <p>{t("refused.nothing")}</p>
        </Alert>
      );
    case "done":
      return (
        <Status>
          <p>{t("sheet.done", { count: now.count })}</p>
        </Status>
      );
    case "failed":
      return <FailureAlert failure={now.error} />;
    default: {
      const { changes, refusals, unchanged } = now.sheet;
      return (
        <Message>
          <p>{t("sheet.changes", { count: changes.length })}</p>
          <p>{t("sheet.unchanged", { count: unchanged })}</p>
          {refusals.length > 0 && (
            <>
              <p>{t("sheet.refusals", { count: refusals.length })}</p>
              <ul>
                {refusals.slice(0, 50).map((refusal) => (
                  <li key={`${refusal.row}-${refusal.type}`}>{rowText(t, refusal)}</li>
                ))}
              </ul>
            </>
          )}
          {changes.length > 0 && (
            <Button
              kind="primary"
              busy={now.state === "writing" && t("making")}
              onClick={props.onApply}
            >
              {t("sheet.apply")}
            </Button>
          )}
        </Message>
      );
    }
  }
};

const refusalText = (t: Translate<"exports">, error: TranslationError): string => {
  switch (error.type) {
    case "zip-too-large":
      return t("refused.tooLarge");
    case "zip-damaged":
    case "zip-twice":
    case "xlsx-damaged":
      return t("refused.damaged");
    case "xlsx-foreign":
    case "translation-foreign":
      return t("refused.foreign");
    case "xlsx-too-large":
      return t("refused.sheetTooLarge", { sheet: error.sheet });
    case "xlsx-error-cell":
      return t("refused.errorCell", { sheet: error.sheet, row: error.row });
    case "translation-column-twice":
      return t("refused.columnTwice", { language: error.language });
  }
};

const rowText = (t: Translate<"exports">, refusal: TranslationRefusal): string => {
  const { row } = refusal;
  switch (refusal.type) {
    case "translation-unknown":
      return t("refused.unknown", { row, id: refusal.id });
    case "translation-twice":
      return t("refused.twice", { row });
    case "translation-too-long":
      return t("refused.tooLong", { row, language: refusal.language, limit: refusal.limit });
    case "translation-emptied":
      return t("refused.emptied", { row, language: refusal.language });
  }
};
