// The shell of an open desk: its name, how its sending stands, and the way between its parts.
import type { ComponentChildren } from "preact";
import { useFormat, useT } from "../../ui/use-texts.ts";
import type { AppDeps } from "../deps.ts";
import { Shell } from "../shell/shell.tsx";
import type { SafeCopyKeeper } from "./safe-copy.ts";
import { SafeCopyLine } from "./safe-copy-view.tsx";

const places = [
  { first: "home", key: "nav.home" },
  { first: "sessions", key: "nav.sessions" },
  { first: "intake", key: "nav.intake" },
  { first: "notes", key: "nav.notes" },
  { first: "analysis", key: "nav.table" },
  { first: "findings", key: "nav.findings" },
  { first: "reports", key: "nav.reports" },
  { first: "event", key: "nav.event" },
  { first: "measures", key: "nav.measures" },
  { first: "follow-up", key: "nav.followUp" },
] as const;

/** Pages without a place of their own on the way stand under the part that leads to them. */
const under: Readonly<Record<string, string>> = {
  rounds: "sessions",
  "print-cards": "sessions",
  "print-guide": "sessions",
  "paper-form": "sessions",
  enter: "sessions",
  rivals: "intake",
  receipts: "intake",
  rescue: "intake",
  themes: "findings",
  quotes: "findings",
  plans: "measures",
  leaflets: "follow-up",
  guide: "home",
  exports: "home",
  retention: "home",
};

const Status = ({ deps, hasHub }: { readonly deps: AppDeps; readonly hasHub: boolean }) => {
  const t = useT("desk");
  const format = useFormat();
  const { activity, failure, lastSuccessAt } = deps.courier.state.value;
  const words =
    !hasHub || (activity === "idle" && lastSuccessAt === undefined && !failure)
      ? t("nav.onDevice")
      : activity === "sending"
        ? t("nav.sending")
        : failure || lastSuccessAt === undefined
          ? t("nav.waiting")
          : t("nav.sent", { time: format.time(lastSuccessAt) });
  return <span>{words}</span>;
};

export const DeskFrame = (props: {
  readonly deps: AppDeps;
  readonly name: string;
  readonly hasHub: boolean;
  /** Undefined where there is nothing to copy yet. */
  readonly safeCopy: SafeCopyKeeper | undefined;
  /** The first part of the path, for the mark of where one is. */
  readonly first: string;
  readonly children: ComponentChildren;
}) => {
  const t = useT("desk");
  const { deps, name, hasHub, safeCopy, first, children } = props;
  return (
    <Shell title={name} status={<Status deps={deps} hasHub={hasHub} />}>
      <nav class="desk-nav screen-only" aria-label={t("nav.label")}>
        {places.map((place) => (
          <a
            key={place.first}
            href={`#/desk/${place.first}`}
            aria-current={place.first === (under[first] ?? first) ? "page" : undefined}
          >
            {t(place.key)}
          </a>
        ))}
      </nav>
      {safeCopy && <SafeCopyLine safeCopy={safeCopy} />}
      {children}
    </Shell>
  );
};
