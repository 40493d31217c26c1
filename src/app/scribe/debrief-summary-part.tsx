// The summary under five headings, in the table's words. Each field is kept as it is typed and recorded when it is left.
import type { ComponentChildren } from "preact";
import { Button, LinkButton } from "../../ui/button.tsx";
import { RadioList } from "../../ui/choice.tsx";
import { TextArea } from "../../ui/field.tsx";
import { Message } from "../../ui/message.tsx";
import { NoteText } from "../../ui/note-text.tsx";
import { useT } from "../../ui/use-texts.ts";
import { type SummaryText, summaryKeys, summaryTexts } from "../session/summary-words.ts";
import { useDebrief } from "./debrief-context.ts";
import { DebriefHandsPart } from "./debrief-hands-part.tsx";

const hints = {
  important: "sum.importantHint",
  agreed: "sum.agreedHint",
  differed: "sum.differedHint",
  unclear: "sum.unclearHint",
  next: "sum.nextHint",
  corrections: "sum.correctionsHint",
} as const;

export const DebriefSummaryPart = () => {
  const { address } = useDebrief();
  const t = useT("debrief");
  return (
    <>
      <Message>
        <p>{t("sum.ask")}</p>
        <ul>
          <li>{t("sum.surprised")}</li>
          <li>{t("sum.agreedOn")}</li>
          <li>{t("sum.unsaid")}</li>
        </ul>
      </Message>
      <div class="stack form debrief-summary">
        {summaryTexts.map((field) => (
          <SummaryField key={field} field={field} />
        ))}
        <Consent />
        <DebriefHandsPart />
      </div>
      <div class="actions">
        <LinkButton href={`${address}/debrief?read`}>{t("finish.previous")}</LinkButton>
        <LinkButton kind="primary" href={`${address}/summary`}>
          {t("sum.open")}
        </LinkButton>
        <LinkButton href={`${address}/hand-over`}>{t("sum.handOver")}</LinkButton>
      </div>
    </>
  );
};

const SummaryField = ({ field }: { readonly field: SummaryText }) => {
  const { model, lang } = useDebrief();
  const t = useT("debrief");
  const { summary } = model;
  const label = t(summaryKeys[field]);
  const rivals = summary.rivalsOf(field);
  if (rivals.length > 1) {
    const texts = [...new Set(rivals.map(({ value }) => String(value ?? "")))];
    return (
      <Rivals
        label={label}
        sides={texts.map((text) => ({
          key: text,
          words:
            text === "" ? (
              <p class="muted">{t("sum.nothing")}</p>
            ) : (
              <NoteText text={text} lang={lang} />
            ),
          onKeep: () => void summary.choose(field, text),
        }))}
        onKeepAll={() => void summary.choose(field, texts.filter((text) => text !== "").join("\n"))}
      />
    );
  }
  return (
    <TextArea
      label={label}
      hint={t(hints[field])}
      lang={lang}
      rows={3}
      value={summary.textOf(field)}
      onInput={(text) => summary.type(field, text)}
      onBlur={() => void summary.save()}
    />
  );
};

/** What two devices wrote, side by side. Keeping both is always there. */
const Rivals = (props: {
  readonly label: string;
  readonly sides: readonly {
    readonly key: string;
    readonly words: ComponentChildren;
    readonly onKeep: () => void;
  }[];
  readonly onKeepAll?: () => void;
}) => {
  const t = useT("debrief");
  return (
    <section class="debrief-rivals" aria-label={props.label}>
      <h3>{props.label}</h3>
      <p>{t("sum.rivals")}</p>
      <ul class="debrief-sides">
        {props.sides.map(({ key, words, onKeep }) => (
          <li key={key}>
            {words}
            <Button onClick={onKeep}>{t("sum.keepThis")}</Button>
          </li>
        ))}
      </ul>
      {props.onKeepAll && <Button onClick={props.onKeepAll}>{t("sum.keepBoth")}</Button>}
    </section>
  );
};

const answers = { yes: true, no: false, unasked: undefined } as const;
type Answer = keyof typeof answers;

const Consent = () => {
  const { model } = useDebrief();
  const t = useT("debrief");
  const { summary } = model;
  const isApart = summary.rivalsOf("groupConsent").length > 1;
  const now = summary.folded.value?.fields.groupConsent;
  const toAnswer = (value: boolean | undefined): Answer =>
    value === undefined ? "unasked" : value ? "yes" : "no";
  return (
    <RadioList<Answer>
      legend={t("sum.consent")}
      hint={isApart ? t("sum.consentApart") : t("sum.consentHint")}
      value={isApart ? undefined : toAnswer(now)}
      onChange={(answer) => void summary.consent(answers[answer])}
      options={[
        { value: "yes", label: t("sum.consentYes"), hint: t("sum.consentYesHint") },
        { value: "no", label: t("sum.consentNo"), hint: t("sum.consentNoHint") },
        { value: "unasked", label: t("sum.consentUnasked"), hint: t("sum.consentUnaskedHint") },
      ]}
    />
  );
};
