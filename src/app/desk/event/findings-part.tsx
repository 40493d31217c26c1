// Which findings the event is about, and in which order. Only what may be told outside can be chosen; of the others it is
// said what keeps them back. Remarks are for the presenter's eyes.
import { labelOf } from "../../../domain/codebook.ts";
import { foldRounds } from "../../../domain/desk.ts";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { DimensionMark } from "../../../ui/dimension-mark.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { Section } from "../../../ui/page.tsx";
import { useT, useTexts } from "../../../ui/use-texts.ts";
import { useObstacles } from "../findings/finding-words.ts";
import { KeptField } from "../kept-field.tsx";
import { threadMark } from "../use-thread-key.ts";
import { type ChoosableFinding, listChoosable } from "./choosable-findings.ts";
import { sayIn } from "./event-content.ts";
import type { EventContext, WithEvent } from "./event-context.ts";

export const FindingsPart = ({ context }: WithEvent) => {
  const t = useT("event");
  const { records, view, standing, models } = context;
  const { roundId, findings: chosen } = view.fields;
  const all = listChoosable(records, standing);
  const may = ({ obstacles }: ChoosableFinding) => obstacles.length === 0;
  const own = chosen.flatMap((id) => all.find(({ findingId }) => findingId === id) ?? []);
  const free = all.filter(({ findingId }) => !chosen.includes(findingId));
  const takeAll = async () => {
    for (const { findingId } of free.filter(may)) {
      await models.event.choose(view.eventId, findingId);
    }
  };
  if (all.length === 0) {
    return (
      <Empty
        title={t("findings.empty")}
        actions={
          <LinkButton href={`#/desk/findings?round=${roundId}`}>{t("findings.to")}</LinkButton>
        }
      >
        <p>{t("findings.emptyBody")}</p>
      </Empty>
    );
  }
  const ready = free.filter(may);
  const kept = free.filter((each) => !may(each));
  return (
    <>
      <p class="lead">{t("findings.lead")}</p>
      <Section title={t("findings.chosen", { count: own.length })}>
        <p>{t(own.length === 0 ? "findings.noneChosen" : "findings.remarkHint")}</p>
        <ol class="ruled event-findings">
          {own.map((finding, at) => (
            <ChosenRow
              key={finding.findingId}
              {...{ context, finding }}
              isFirst={at === 0}
              isLast={at === own.length - 1}
            />
          ))}
        </ol>
      </Section>
      <Section title={t("findings.free", { count: ready.length })}>
        {ready.length === 0 && <p>{t("findings.noneFree")}</p>}
        {ready.length > 1 && (
          <div class="actions">
            <Button onClick={() => void takeAll()}>{t("findings.takeAll")}</Button>
          </div>
        )}
        <ul class="ruled event-findings">
          {ready.map((finding) => (
            <li key={finding.findingId} {...threadMark("finding", finding.findingId)}>
              <Statement context={context} finding={finding} />
              <TakeButton context={context} finding={finding} />
            </li>
          ))}
        </ul>
      </Section>
      {kept.length > 0 && (
        <Section title={t("findings.kept", { count: kept.length })}>
          <p>{t("findings.keptBody")}</p>
          <ul class="ruled event-findings">
            {kept.map((finding) => (
              <li key={finding.findingId} {...threadMark("finding", finding.findingId)}>
                <Statement context={context} finding={finding} />
                <KeptBack finding={finding} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
};

type OfFinding = { readonly context: EventContext; readonly finding: ChoosableFinding };

const useStatement = () => {
  const t = useT("event");
  const { code } = useTexts().spoken("event");
  return ({ statement }: ChoosableFinding) =>
    sayIn(statement, code) ?? { text: t("findings.unworded"), lang: code };
};

const TakeButton = ({ context, finding }: OfFinding) => {
  const t = useT("event");
  const said = useStatement()(finding);
  return (
    <Button
      aria-label={t("findings.takeOf", { name: said.text })}
      onClick={() => void context.models.event.choose(context.view.eventId, finding.findingId)}
    >
      {t("findings.take")}
    </Button>
  );
};

const Statement = ({ context, finding }: OfFinding) => {
  const { code } = useTexts().spoken("event");
  const said = useStatement()(finding);
  const t = useT("event");
  const { dimension, origin } = finding;
  const { roundId } = context.view.fields;
  const dimensions =
    foldRounds(context.records).find((round) => round.roundId === roundId)?.fields.codebook
      .dimensions ?? [];
  const number = dimensions.findIndex(({ id }) => id === dimension) + 1;
  return (
    <div>
      {dimension !== undefined && number > 0 && (
        <p class="note-tags">
          <DimensionMark number={number} word={labelOf(dimensions, dimension, code)} />
        </p>
      )}
      <a class="alone event-statement" href={finding.href} lang={said.lang} dir="auto">
        {said.text}
      </a>
      {origin && (
        <p class="muted" dir="auto">
          {t("findings.from", { desk: origin.desk, round: origin.round })}
        </p>
      )}
    </div>
  );
};

const KeptBack = ({ finding: { obstacles } }: Pick<OfFinding, "finding">) => {
  const words = useObstacles();
  if (obstacles.length === 0) return null;
  return <p class="finding-state">◔ {obstacles.map((each) => words[each]).join(" · ")}</p>;
};

const ChosenRow = ({
  context,
  finding,
  isFirst,
  isLast,
}: OfFinding & { readonly isFirst: boolean; readonly isLast: boolean }) => {
  const t = useT("event");
  const { view, models } = context;
  const { eventId } = view;
  const { findingId } = finding;
  const name = useStatement()(finding).text;
  const leaveOut = () => {
    void models.event.leaveOut(eventId, findingId);
    context.onUndo({
      message: t("findings.leftOut"),
      undo: () => void models.event.choose(eventId, findingId),
    });
  };
  return (
    <li class="event-chosen" {...threadMark("finding", findingId)}>
      <Statement context={context} finding={finding} />
      <span class="event-moves">
        <Button
          kind="quiet"
          aria-label={t("move.up", { name })}
          disabled={isFirst}
          onClick={() => void models.event.move(eventId, findingId, -1)}
        >
          <span aria-hidden="true">▲</span>
        </Button>
        <Button
          kind="quiet"
          aria-label={t("move.down", { name })}
          disabled={isLast}
          onClick={() => void models.event.move(eventId, findingId, 1)}
        >
          <span aria-hidden="true">▼</span>
        </Button>
        <Button kind="quiet" aria-label={t("findings.leaveOutOf", { name })} onClick={leaveOut}>
          <span aria-hidden="true">✕</span>
        </Button>
      </span>
      {finding.obstacles.length > 0 && <p class="finding-state">{t("findings.notShown")}</p>}
      <KeptBack finding={finding} />
      <KeptField
        label={t("findings.remark")}
        maxLength={4_000}
        value={view.fields.remarks[findingId] ?? ""}
        onKeep={(text) => void models.event.remark(eventId, findingId, text)}
      />
    </li>
  );
};
