// What an exchange file tells, as it will be read: findings with their quotes, measures with what came of them, and the
// rounded counts of a round that was handed over. Drawn alike before it is given, before it is taken in, and after.
import type { ComponentChildren } from "preact";
import type {
  ExchangeContent,
  ExchangedFinding,
  ExchangedMeasure,
} from "../../../domain/exchange-records.ts";
import type { Localized } from "../../../domain/schema.ts";
import { NoteText } from "../../../ui/note-text.tsx";
import { Table } from "../../../ui/table.tsx";
import { useFormat, useT, useTexts } from "../../../ui/use-texts.ts";
import { typeKeys, wordsIn } from "../findings/finding-words.ts";
import { statusKeys } from "../thread/thread-words.ts";

type ContentProps = {
  readonly content: ExchangeContent;
  /** Of the headings: one below what stands over them. */
  readonly heading: "h2" | "h3";
  /** What can be done with each, under it. */
  readonly actionsOf?: (thing: {
    readonly kind: "finding" | "measure";
    readonly id: string;
  }) => ComponentChildren;
};

const Words = ({ words, empty }: { readonly words: Localized; readonly empty?: string }) => {
  const { code } = useTexts().spoken("exchange");
  const said = wordsIn(words, code);
  return said ? (
    <p class="exchange-statement" lang={said.lang} dir="auto">
      {said.text}
    </p>
  ) : empty === undefined ? null : (
    <p class="muted">{empty}</p>
  );
};

export const ExchangeContentView = ({ content, heading: Heading, actionsOf }: ContentProps) => {
  const t = useT("exchange");
  const { findings, measures } = content;
  return (
    <>
      {findings.length > 0 && (
        <div class="exchange-part">
          <Heading>{t("content.findings", { count: findings.length })}</Heading>
          <ol class="ruled exchange-list">
            {findings.map((finding) => (
              <Finding key={finding.findingId} finding={finding} content={content}>
                {actionsOf?.({ kind: "finding", id: finding.findingId })}
              </Finding>
            ))}
          </ol>
        </div>
      )}
      {measures.length > 0 && (
        <div class="exchange-part">
          <Heading>{t("content.measures", { count: measures.length })}</Heading>
          <ol class="ruled exchange-list">
            {measures.map((measure) => (
              <Measure key={measure.measureId} measure={measure} content={content}>
                {actionsOf?.({ kind: "measure", id: measure.measureId })}
              </Measure>
            ))}
          </ol>
        </div>
      )}
      <Counts content={content} />
    </>
  );
};

const useLabel = ({ labels }: ExchangeContent): ((tag: string) => string) => {
  const { code } = useTexts().spoken("exchange");
  return (tag) => wordsIn(labels[tag] ?? {}, code)?.text ?? tag;
};

const Finding = (props: {
  readonly finding: ExchangedFinding;
  readonly content: ExchangeContent;
  readonly children?: ComponentChildren;
}) => {
  const t = useT("exchange");
  const kinds = useT("findings");
  const labelOf = useLabel(props.content);
  const { finding, children } = props;
  const meta = [
    kinds(typeKeys[finding.type]),
    ...(finding.dimension ? [labelOf(finding.dimension)] : []),
    ...finding.subThemes.map(labelOf),
    ...(finding.heard ? [t("content.heard", { count: finding.heard })] : []),
  ];
  return (
    <li class="exchange-entry">
      <Words words={finding.statement} />
      <p class="muted">{meta.join(" · ")}</p>
      {finding.quotes.map(({ quoteId, text, lang, groups }) => (
        <div key={quoteId} class="exchange-quote">
          <NoteText quote text={text} lang={lang} size="small" />
          {groups && <p class="muted">{groups.join(", ")}</p>}
        </div>
      ))}
      {children}
    </li>
  );
};

const Measure = (props: {
  readonly measure: ExchangedMeasure;
  readonly content: ExchangeContent;
  readonly children?: ComponentChildren;
}) => {
  const t = useT("exchange");
  const thread = useT("thread");
  const format = useFormat();
  const labelOf = useLabel(props.content);
  const { measure, children } = props;
  const { unit, partners, dueOn, indicator, cost, dimension } = measure;
  const meta = [
    thread(statusKeys[measure.status]),
    ...(dimension ? [labelOf(dimension)] : []),
    ...(unit ? [unit] : []),
    ...(partners ? [t("content.partners", { partners })] : []),
    ...(dueOn ? [thread("meta.due", { day: format.day(dueOn) })] : []),
    ...(indicator ? [t("content.indicator", { indicator })] : []),
    ...(cost ? [t("content.cost", { cost })] : []),
  ];
  return (
    <li class="exchange-entry">
      <Words words={measure.what} />
      <p class="muted">{meta.join(" · ")}</p>
      <Words words={measure.objective} />
      <Words words={measure.assessment} />
      {measure.followUps.length > 0 && (
        <ul class="exchange-follow-ups">
          {measure.followUps.map(({ followUpId, on, text, value }) => (
            <li key={followUpId}>
              <span class="muted">{[format.day(on), ...(value ? [value] : [])].join(" · ")}</span>
              <Words words={text} />
            </li>
          ))}
        </ul>
      )}
      {children}
    </li>
  );
};

/** Of a round that was handed over. What is hidden is told as hidden, never as nothing. */
const Counts = ({ content }: { readonly content: ExchangeContent }) => {
  const t = useT("exchange");
  const format = useFormat();
  const labelOf = useLabel(content);
  const lists = content.tables.flatMap(({ measure, by, cells }) => {
    const [facet] = by;
    const isTold = by.length === 1 && (facet === "dimension" || facet === "sub-theme");
    return isTold ? [{ measure, facet, cells }] : [];
  });
  return (
    <>
      {lists.map(({ measure, facet, cells }) => (
        <Table
          key={facet}
          caption={t(facet === "dimension" ? "content.dimensions" : "content.subThemes")}
          columns={[
            {
              id: "name",
              label: t(facet === "dimension" ? "content.dimension" : "content.subTheme"),
              header: true,
              cell: ({ keys }) => keys.map(labelOf).join(", "),
            },
            {
              id: "count",
              label: t(measure === "notes" ? "content.notes" : "content.sessions"),
              numeric: true,
              cell: ({ shown }) =>
                shown === undefined ? t("content.hidden") : format.number(shown),
            },
          ]}
          rows={cells.filter(({ keys }) => keys[0] !== "none")}
          rowKey={({ keys }) => keys.join(" ")}
        />
      ))}
      {lists.length > 0 && <p class="muted">{t("content.limits")}</p>}
    </>
  );
};
