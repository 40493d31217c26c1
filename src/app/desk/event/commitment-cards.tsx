// What was promised, one card each: four on a sheet of A4, to be cut apart and taken along.
import type { EventCommitment } from "../../../report/event-deck.ts";
import { directionOf } from "../../../report/report-parts.ts";
import type { EventPack } from "./event-context.ts";
import { spoken } from "./paper-sheets.tsx";

const perSheet = 4;

export const CommitmentCards = ({ pack }: { readonly pack: EventPack }) => {
  const { commitments } = pack.content;
  const { t, frame } = pack.words;
  const sheets = Array.from({ length: Math.ceil(commitments.length / perSheet) }, (_, at) =>
    commitments.slice(at * perSheet, (at + 1) * perSheet),
  );
  return (
    <>
      {sheets.map((cards, at) => (
        <article
          key={cards[0]?.decisionId}
          class="sheet event-cards"
          lang={frame}
          dir={directionOf(frame)}
          aria-label={t("paper.cardsSheet", { number: at + 1 })}
        >
          {cards.map((commitment) => (
            <Card key={commitment.decisionId} {...{ pack, commitment }} />
          ))}
        </article>
      ))}
    </>
  );
};

const Card = (props: { readonly pack: EventPack; readonly commitment: EventCommitment }) => {
  const { pack, commitment } = props;
  const { t } = pack.words;
  const { promise, finding, unit, due, followUp } = commitment;
  const facts = [
    [t("commitment.unit"), unit],
    [t("commitment.dueOn"), due],
    [t("commitment.firstFollowUpOn"), followUp],
  ] as const;
  // A long promise gets smaller letters rather than losing its end.
  const length = promise.text.length + (finding?.text.length ?? 0);
  const size = length > 700 ? "tiny" : length > 320 ? "small" : "normal";
  return (
    <section class={`event-card event-card-${size}`}>
      <p class="event-card-head">
        <strong>{t("deck.commitment")}</strong>
        <span {...spoken(pack.content.name)}>{pack.content.name.text}</span>
      </p>
      {finding && (
        <p class="event-card-heard" {...spoken(finding)}>
          {finding.text}
        </p>
      )}
      <p class="event-card-promise" {...spoken(promise)}>
        {promise.text}
      </p>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value ?? ""}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
};
