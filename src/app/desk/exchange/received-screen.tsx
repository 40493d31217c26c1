// What came from other desks: the list of it, and one file whole, with the way from it to a measure of one's own.
import { useSignal } from "@preact/signals";
import type { ExchangePurpose } from "../../../domain/exchange-records.ts";
import type { ExchangeView } from "../../../domain/exchanges.ts";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { Message } from "../../../ui/message.tsx";
import { useFormat, useT } from "../../../ui/use-texts.ts";
import { threadMark, toThreadAddress } from "../use-thread-key.ts";
import { ExchangeContentView } from "./exchange-content.tsx";
import type { TakeModel } from "./take-model.ts";

export const purposeKeys = {
  examples: "received.examples",
  "hand-over": "received.handOver",
} as const satisfies Record<ExchangePurpose, string>;

type Aside = (view: ExchangeView) => void;

export const ReceivedList = (props: {
  readonly exchanges: readonly ExchangeView[];
  readonly model: TakeModel;
}) => {
  const t = useT("exchange");
  const { exchanges, model } = props;
  const standing = exchanges.filter(({ isAside }) => !isAside);
  const aside = exchanges.filter(({ isAside }) => isAside);
  return (
    <>
      {standing.length === 0 ? (
        <Empty
          title={t("received.empty")}
          actions={<LinkButton href="#/desk/exchange/take">{t("nav.take")}</LinkButton>}
        >
          <p>{t("received.emptyBody")}</p>
        </Empty>
      ) : (
        <ul class="ruled exchange-list">
          {standing.toReversed().map((view) => (
            <Line key={view.digest} view={view} />
          ))}
        </ul>
      )}
      {aside.length > 0 && (
        <Disclosure summary={t("received.aside", { count: aside.length })}>
          <ul class="ruled exchange-list">
            {aside.map((view) => (
              <li key={view.digest} class="exchange-entry">
                <Origin view={view} />
                <Button onClick={() => void model.setAside(view.digest, false)}>
                  {t("received.restore")}
                </Button>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
};

const Origin = ({ view: { content } }: { readonly view: ExchangeView }) => {
  const t = useT("exchange");
  const format = useFormat();
  return (
    <p class="muted">
      {[
        t(purposeKeys[content.purpose]),
        content.round.name,
        t("received.made", { day: format.day(content.madeAt) }),
        t("content.findings", { count: content.findings.length }),
        t("content.measures", { count: content.measures.length }),
      ].join(" · ")}
    </p>
  );
};

const Line = ({ view }: { readonly view: ExchangeView }) => (
  <li class="exchange-entry">
    <a class="alone exchange-statement" href={`#/desk/exchange/${view.digest}`} dir="auto">
      {view.content.origin}
    </a>
    <Origin view={view} />
  </li>
);

export const ReceivedScreen = (props: {
  readonly view: ExchangeView;
  readonly onAside: Aside;
  /** Measures need a round of one's own; undefined where there is one. */
  readonly makeRound?: (() => Promise<boolean>) | undefined;
}) => {
  const t = useT("exchange");
  const { view, onAside, makeRound } = props;
  const { content } = view;
  const isHandOver = content.purpose === "hand-over";
  return (
    <>
      <p class="exchange-statement" dir="auto">
        {content.origin}
      </p>
      <Origin view={view} />
      <Message>
        <p>{t(isHandOver ? "received.handOverBody" : "received.examplesBody")}</p>
      </Message>
      {makeRound && isHandOver && <MakeRound makeRound={makeRound} />}
      <ExchangeContentView
        content={content}
        heading="h2"
        actionsOf={({ kind, id }) =>
          kind === "measure" ? (
            <p class="actions screen-only">
              <a class="alone" href={`#/desk/measures/new?example=${id}`}>
                {t("received.begin")}
              </a>
            </p>
          ) : isHandOver ? (
            <p class="actions screen-only" {...threadMark("finding", id)}>
              {!makeRound && (
                <a class="alone" href={`#/desk/measures/new?finding=${id}`}>
                  {t("received.answer")}
                </a>
              )}
              <a class="alone" href={toThreadAddress("finding", id)}>
                {t("received.thread")}
              </a>
            </p>
          ) : undefined
        }
      />
      <div class="actions screen-only">
        <Button kind="quiet" onClick={() => onAside(view)}>
          {t("received.setAside")}
        </Button>
      </div>
    </>
  );
};

const MakeRound = ({ makeRound }: { readonly makeRound: () => Promise<boolean> }) => {
  const t = useT("exchange");
  const isBusy = useSignal(false);
  return (
    <Message
      kind="warning"
      title={t("received.noRound")}
      actions={
        <Button
          kind="primary"
          busy={isBusy.value && t("received.making")}
          onClick={() => {
            isBusy.value = true;
            void makeRound().then(() => {
              isBusy.value = false;
            });
          }}
        >
          {t("received.makeRound")}
        </Button>
      }
    >
      <p>{t("received.noRoundBody")}</p>
    </Message>
  );
};
