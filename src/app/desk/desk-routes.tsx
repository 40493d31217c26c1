// Which screen of the desk a path shows. Without an open desk every path leads to its beginning.
import { useMemo } from "preact/hooks";
import type { Named } from "../../domain/record.ts";
import { Page } from "../../ui/page.tsx";
import { Busy } from "../../ui/progress.tsx";
import { useLive } from "../../ui/use-live.ts";
import { useT } from "../../ui/use-texts.ts";
import type { AppDeps } from "../deps.ts";
import type { OpenBox } from "../open-box.ts";
import { createLazyScreen } from "../shell/lazy-screen.tsx";
import { Shell } from "../shell/shell.tsx";
import { isBlank } from "./arrival-model.ts";
import type { AreaProps } from "./desk-context.ts";
import { DeskFrame } from "./desk-frame.tsx";
import { keeperOf } from "./desk-keeper.ts";
import { type DeskState, toDeskState } from "./desk-view.ts";
import { FailureAlert } from "./failure.tsx";
import { GuideScreen } from "./guide-screen.tsx";
import { HomeScreen } from "./home-screen.tsx";
import { IntakeScreen } from "./intake-screen.tsx";
import { PrintScreen } from "./print-screen.tsx";
import { ReceiptsScreen } from "./receipts-screen.tsx";
import { RescueScreen } from "./rescue-screen.tsx";
import { RetentionScreen } from "./retention-screen.tsx";
import { RivalsScreen } from "./rivals-screen.tsx";
import { RoundScreen } from "./round-screen.tsx";
import { SessionsScreen } from "./sessions-screen.tsx";
import { SetupScreen } from "./setup-screen.tsx";
import { StartScreen } from "./start-screen.tsx";
import { useThreadKey } from "./use-thread-key.ts";
import "./desk.css";
import "./papers.css";

const ExportsArea = createLazyScreen({
  load: async () => (await import("./exports/exports-area.tsx")).ExportsArea,
  namespaces: ["exports"],
});
const EnteringArea = createLazyScreen({
  load: async () => (await import("./entering/entering-area.tsx")).EnteringArea,
  namespaces: ["entering", "hints"],
});
const ReadingArea = createLazyScreen({
  load: async () => (await import("./reading/reading-area.tsx")).ReadingArea,
  namespaces: ["reading", "safety", "findings", "errors"],
});

const FindingsArea = createLazyScreen({
  load: async () => (await import("./findings/findings-area.tsx")).FindingsArea,
  namespaces: ["findings", "measures", "hints", "errors"],
});

const ReportsArea = createLazyScreen({
  load: async () => (await import("./reports/reports-area.tsx")).ReportsArea,
  namespaces: ["reports", "exports"],
});

const MeasuresArea = createLazyScreen({
  load: async () => (await import("./measures/measures-area.tsx")).MeasuresArea,
  namespaces: ["measures", "findings", "hints", "errors"],
});
const PlansArea = createLazyScreen({
  load: async () => (await import("./plans/plans-area.tsx")).PlansArea,
  namespaces: ["plans", "measures", "exports", "errors"],
});
const EventArea = createLazyScreen({
  load: async () => (await import("./event/event-area.tsx")).EventArea,
  namespaces: ["event", "findings", "measures", "errors"],
});
const FollowUpArea = createLazyScreen({
  load: async () => (await import("./follow-up/follow-up-area.tsx")).FollowUpArea,
  namespaces: ["followUp", "measures", "reading", "errors"],
});
const ThreadArea = createLazyScreen({
  load: async () => (await import("./thread/thread-area.tsx")).ThreadArea,
  namespaces: ["thread", "findings", "measures", "errors"],
});
const ExchangeArea = createLazyScreen({
  load: async () => (await import("./exchange/exchange-area.tsx")).ExchangeArea,
  namespaces: ["exchange", "findings", "thread", "errors"],
});

export type DeskRoutesProps = {
  readonly deps: AppDeps;
  /** The parts behind `desk`: `#/desk/sessions` gives `["sessions"]`. */
  readonly path: readonly string[];
  /** Behind the `?` of the hash: a filter's ids. */
  readonly query: string;
  readonly openDemo: () => void;
};

/** Its words (`desk`, `errors`) must be there before it is drawn. */
export const DeskRoutes = ({ deps, path, query, openDemo }: DeskRoutesProps) => {
  const open = deps.workspace.open.value;
  const desk = open?.kind === "desk" ? open : undefined;
  // The wizard opens the desk on its way and must stay on its paper.
  if (path[0] === "new") {
    return (
      <Shell>
        <SetupScreen deps={deps} withHub={path[1] === "hub"} />
      </Shell>
    );
  }
  return desk ? (
    <OpenDesk key={desk.box} deps={deps} desk={desk} path={path} query={query} />
  ) : (
    <Shell>
      <StartScreen deps={deps} openDemo={openDemo} />
    </Shell>
  );
};

// What an open desk had read last: a new screen starts from it instead of from nothing, and goes on from there.
const lastRead = new WeakMap<OpenBox, readonly Named[]>();

/** The same list for the same records, so that nothing is folded anew when only the screen is another. */
const keepRecords = (
  desk: OpenBox,
  now: readonly Named[] | undefined,
): readonly Named[] | undefined => {
  const last = lastRead.get(desk);
  if (!now) return last;
  if (last?.length === now.length && last.every((each, at) => each === now[at])) return last;
  lastRead.set(desk, now);
  return now;
};

const states = new WeakMap<readonly Named[], DeskState>();
const readState = (records: readonly Named[]): DeskState => {
  const state = states.get(records) ?? toDeskState(records);
  states.set(records, state);
  return state;
};

const OpenDesk = (props: {
  readonly deps: AppDeps;
  readonly desk: OpenBox;
  readonly path: readonly string[];
  readonly query: string;
}) => {
  const t = useT("desk");
  const { deps, desk, path, query } = props;
  useThreadKey();
  const keeper = keeperOf(deps, desk);
  const live = useLive(desk.records.watch);
  const records = useMemo(() => keepRecords(desk, live.value), [desk, live.value]);
  const state = useMemo(() => records && readState(records), [records]);
  return (
    <DeskFrame
      deps={deps}
      name={state?.runs?.name ?? t("home.unnamed")}
      hasHub={desk.facts().hasHub}
      safeCopy={state && !isBlank(state) ? keeper.safeCopy : undefined}
      first={path[0] === "leaflets" ? "follow-up" : (path[0] ?? "home")}
    >
      {state ? (
        <DeskScreen {...{ deps, desk, keeper, state, path, query, records: records ?? [] }} />
      ) : live.state === "failed" ? (
        <Page title={t("home.unnamed")} namespace="desk">
          <FailureAlert failure={live.error} />
        </Page>
      ) : (
        <Busy />
      )}
    </DeskFrame>
  );
};

const DeskScreen = (props: AreaProps) => {
  const [first, second] = props.path;
  if (first === "rounds") return <RoundScreen {...props} />;
  if (first === "sessions") return <SessionsScreen {...props} roundId={second} />;
  if (first === "guide") return <GuideScreen {...props} />;
  if (first === "print-cards" && second) return <PrintScreen {...props} what="cards" id={second} />;
  if (first === "print-guide" && second) return <PrintScreen {...props} what="guide" id={second} />;
  if (first === "intake") return <IntakeScreen {...props} />;
  if (first === "notes" || first === "analysis") return <ReadingArea {...props} />;
  if (first === "findings" || first === "themes" || first === "quotes") {
    return <FindingsArea {...props} />;
  }
  if (first === "exports") return <ExportsArea {...props} />;
  if (first === "enter") return <EnteringArea {...props} what="enter" session={second} />;
  if (first === "paper-form") return <EnteringArea {...props} what="form" session={second} />;
  if (first === "reports") return <ReportsArea {...props} />;
  if (first === "event") return <EventArea {...props} />;
  if (first === "measures") return <MeasuresArea {...props} />;
  if (first === "plans") return <PlansArea {...props} />;
  if (first === "follow-up" || first === "leaflets") return <FollowUpArea {...props} />;
  if (first === "thread") return <ThreadArea {...props} />;
  if (first === "exchange") return <ExchangeArea {...props} />;
  if (first === "rivals") return <RivalsScreen {...props} session={second} />;
  if (first === "receipts") return <ReceiptsScreen {...props} />;
  if (first === "rescue") return <RescueScreen {...props} />;
  if (first === "retention") return <RetentionScreen {...props} roundId={second} />;
  return <HomeScreen {...props} />;
};
