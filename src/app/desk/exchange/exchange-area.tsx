// Between municipalities, and from an NGO's desk to a municipality's: what came, taking in, and giving. Fetched when first opened.
import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { foldRounds, type RoundView } from "../../../domain/desk.ts";
import { type ExchangeView, foldExchanges } from "../../../domain/exchanges.ts";
import { listExchangeable } from "../../../report/exchange-file.ts";
import { LinkButton } from "../../../ui/button.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { SelectField } from "../../../ui/field.tsx";
import { Alert } from "../../../ui/message.tsx";
import { Page } from "../../../ui/page.tsx";
import { UndoBar } from "../../../ui/undo-bar.tsx";
import { useT } from "../../../ui/use-texts.ts";
import { errorText } from "../../error-key.ts";
import type { AreaProps } from "../desk-context.ts";
import { createRound } from "../desk-plan.ts";
import { createDeskWork } from "../desk-work.ts";
import { type DeskFailure, FailureAlert } from "../failure.tsx";
import { parseNoteQuery } from "../note-query.ts";
import { GiveScreen } from "./give-screen.tsx";
import { ReceivedList, ReceivedScreen } from "./received-screen.tsx";
import { createTakeModel } from "./take-model.ts";
import { TakeScreen } from "./take-screen.tsx";
import "../findings/findings.css";
import "./exchange.css";

const places = ["", "take", "give"] as const;
const placeKeys = { "": "nav.received", take: "nav.take", give: "nav.give" } as const;
const leadKeys = { "": "lead.received", take: "lead.take", give: "lead.give" } as const;

export const ExchangeArea = (props: AreaProps) => {
  const t = useT("exchange");
  const errors = useT("errors");
  const { deps, desk, path, query, records } = props;
  const [, asked = ""] = path;
  const place = places.find((each) => each === asked);
  const work = useMemo(() => createDeskWork(desk, () => deps.courier.nudge()), [desk, deps]);
  const model = useMemo(() => createTakeModel(deps, desk, work), [deps, desk, work]);
  const exchanges = useMemo(() => foldExchanges(records), [records]);
  const undo = useSignal<ExchangeView | undefined>(undefined);
  const failure = useSignal<DeskFailure | undefined>(undefined);
  const setAside = async (view: ExchangeView) => {
    if (!(await model.setAside(view.digest, true))) return;
    undo.value = view;
    location.hash = "#/desk/exchange";
  };
  const body = () => {
    if (place === "take") return <TakeScreen model={model} />;
    if (place === "give") return <Give {...props} asked={parseNoteQuery(query).round} />;
    if (place === "") return <ReceivedList exchanges={exchanges} model={model} />;
    const view = exchanges.find(({ digest, isAside }) => digest === asked && !isAside);
    if (!view) {
      return (
        <Empty
          title={t("received.gone")}
          actions={<LinkButton href="#/desk/exchange">{t("nav.received")}</LinkButton>}
        />
      );
    }
    const { round } = view.content;
    const makeRound = async () => {
      const made = await createRound(deps, desk, {
        ...{ name: round.name, languages: round.languages },
        codebook: await deps.contents.currentCodebook(),
        guide: await deps.contents.currentGuide(),
        ...{ reviewRequired: true, allowResume: true },
      });
      failure.value = made.ok ? undefined : made.error;
      if (made.ok) deps.courier.nudge();
      return made.ok;
    };
    const hasRound = foldRounds(records).length > 0;
    return (
      <ReceivedScreen
        view={view}
        onAside={(each) => void setAside(each)}
        makeRound={hasRound ? undefined : makeRound}
      />
    );
  };
  return (
    <Page
      key={asked}
      title={t(place === undefined ? "title.one" : placeKeys[place])}
      namespace="exchange"
      {...(place === undefined ? {} : { lead: t(leadKeys[place]) })}
    >
      <nav class="area-nav screen-only" aria-label={t("title.area")}>
        {places.map((each) => (
          <a
            key={each}
            href={`#/desk/exchange${each && `/${each}`}`}
            aria-current={each === place ? "page" : undefined}
          >
            {t(placeKeys[each])}
          </a>
        ))}
      </nav>
      <FailureAlert failure={failure.value} />
      {work.failure.value && (
        <Alert>
          <p>{errorText(errors, work.failure.value)}</p>
        </Alert>
      )}
      {undo.value && (
        <UndoBar
          message={t("received.asideDone")}
          onUndo={() => {
            const view = undo.value;
            undo.value = undefined;
            if (view) void model.setAside(view.digest, false);
          }}
          onDismiss={() => {
            undo.value = undefined;
          }}
        />
      )}
      {body()}
    </Page>
  );
};

/** Of the round asked for, else of the newest that has something to give. */
const Give = ({
  deps,
  desk,
  records,
  asked,
}: AreaProps & { readonly asked: string | undefined }) => {
  const t = useT("exchange");
  const rounds = useMemo(() => foldRounds(records), [records]);
  const round = useMemo(() => {
    const hasAnything = ({ roundId }: RoundView) => {
      const { findings, measures } = listExchangeable(records, roundId);
      return findings.length + measures.length > 0;
    };
    const wanted = rounds.find(({ roundId }) => roundId === asked);
    return wanted ?? rounds.findLast(hasAnything) ?? rounds.at(-1);
  }, [records, rounds, asked]);
  if (!round) {
    return (
      <Empty
        title={t("give.noRound")}
        actions={<LinkButton href="#/desk/home">{t("give.toHome")}</LinkButton>}
      >
        <p>{t("give.emptyBody")}</p>
      </Empty>
    );
  }
  return (
    <>
      {rounds.length > 1 && (
        <SelectField
          label={t("give.round")}
          value={round.roundId}
          options={rounds.map(({ roundId, fields }) => ({ value: roundId, label: fields.name }))}
          onChange={(roundId) => {
            location.hash = `#/desk/exchange/give?round=${roundId}`;
          }}
        />
      )}
      <GiveScreen key={round.roundId} {...{ deps, desk, records, round }} />
    </>
  );
};
