// The last safe copy, always in sight: one sentence under the desk's navigation, and its own place on the first page.
import { Button } from "../../ui/button.tsx";
import { Message, Status } from "../../ui/message.tsx";
import { Section } from "../../ui/page.tsx";
import { useFormat, useT } from "../../ui/use-texts.ts";
import type { SafeCopy } from "./copy-state.ts";
import type { DeskScreenProps } from "./desk-context.ts";
import { FailureAlert } from "./failure.tsx";
import type { SafeCopyKeeper } from "./safe-copy.ts";

const useCopyWords = () => {
  const t = useT("safety");
  const format = useFormat();
  return (last: SafeCopy | undefined): string => {
    if (!last) return t("copy.none");
    const where = t(last.where === "hub" ? "copy.inHub" : "copy.inFile");
    const when = t("copy.line", { time: format.dayTime(last.at), where });
    const rest = last.newer > 0 ? t("copy.newer", { count: last.newer }) : t("copy.upToDate");
    return `${when} ${rest}`;
  };
};

/** Not announced: it changes with every keystroke's record, and the first page says it in full. */
export const SafeCopyLine = ({ safeCopy }: { readonly safeCopy: SafeCopyKeeper }) => {
  const t = useT("safety");
  const toWords = useCopyWords();
  if (!safeCopy.isKnown.value) return null;
  const last = safeCopy.last.value;
  const isSafe = last?.newer === 0;
  return (
    <p class={`safe-copy screen-only${isSafe ? "" : " safe-copy-behind"}`}>
      <span aria-hidden="true">{isSafe ? "✓ " : "! "}</span>
      {toWords(last)}
      {!isSafe && (
        <>
          {" "}
          <a href="#/desk/home">{t("copy.make")}</a>
        </>
      )}
    </p>
  );
};

export const SafeCopySection = ({ keeper, desk }: DeskScreenProps) => {
  const t = useT("safety");
  const toWords = useCopyWords();
  const { safeCopy } = keeper;
  const target = safeCopy.target.value;
  const busy = safeCopy.busy.value && t("copy.writing");
  return (
    <Section title={t("copy.title")}>
      {safeCopy.isKnown.value && <p>{toWords(safeCopy.last.value)}</p>}
      <p>{t("copy.body")}</p>
      {desk.facts().hasHub && <p>{t("copy.hub")}</p>}
      <FailureAlert failure={safeCopy.failure.value} />
      {target && <p>{t("copy.into", { name: target.name })}</p>}
      {target?.needsPress && <p>{t("copy.press")}</p>}
      {!target && !safeCopy.canPick && <p>{t("copy.byHand")}</p>}
      <div class="actions">
        {target?.needsPress && (
          <Button kind="primary" busy={busy} onClick={() => void safeCopy.save()}>
            {t("copy.go", { name: target.name })}
          </Button>
        )}
        {safeCopy.canPick && (
          <Button busy={!target?.needsPress && busy} onClick={() => void safeCopy.pick()}>
            {t(target ? "copy.pickOther" : "copy.pick")}
          </Button>
        )}
        <Button busy={!safeCopy.canPick && busy} onClick={() => void safeCopy.download()}>
          {t("copy.download")}
        </Button>
      </div>
    </Section>
  );
};

/** After a restore: what came, and what could not. */
export const RestoredNotice = ({ keeper }: DeskScreenProps) => {
  const t = useT("safety");
  const format = useFormat();
  const report = keeper.restored.value;
  if (!report) return null;
  if (!report.ok) return <FailureAlert failure={report.error} />;
  const { added, damaged, madeAt, records, recordsThen } = report.value;
  return (
    <>
      <Status title={t("copy.restoredTitle")}>
        <p>{t("copy.restored", { count: added, time: format.dayTime(madeAt) })}</p>
        {damaged === 0 && records === recordsThen && <p>{t("copy.restoredSame")}</p>}
      </Status>
      {damaged > 0 && (
        <Message kind="warning">
          <p>{t("copy.damaged", { count: damaged })}</p>
        </Message>
      )}
    </>
  );
};
