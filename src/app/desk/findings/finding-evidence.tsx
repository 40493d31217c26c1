// How strong the evidence is: one mark per session, filled where it was heard, with the same in a table under it.
import { weighEvidence } from "../../../analysis/evidence.ts";
import { LinkButton } from "../../../ui/button.tsx";
import { Section } from "../../../ui/page.tsx";
import { Table } from "../../../ui/table.tsx";
import { useT } from "../../../ui/use-texts.ts";
import { toNotesAddress } from "../note-query.ts";
import { useLanguageName, useTitles } from "./finding-words.ts";
import type { OfFinding } from "./findings-context.ts";
import { EvidenceLine } from "./findings-screen.tsx";

export const FindingEvidence = ({ view, context }: OfFinding) => {
  const t = useT("findings");
  const nameOf = useLanguageName();
  const titleOf = useTitles(context.reading);
  const sessions = context.standing.releases.map(({ record }) => record.session);
  const evidence = weighEvidence(view.fields, context.reading.notes, sessions);
  const stateOf = (session: (typeof sessions)[number]) =>
    evidence.heard.includes(session) && evidence.against.includes(session)
      ? "both"
      : evidence.heard.includes(session)
        ? "heard"
        : evidence.against.includes(session)
          ? "against"
          : "silent";
  const words = {
    both: t("evidence.saysBoth"),
    heard: t("evidence.saysHeard"),
    against: t("evidence.saysAgainst"),
    silent: t("evidence.saysSilent"),
  };
  const roundId = context.reading.round?.roundId;
  return (
    <Section title={t("evidence.title")}>
      <p>
        <EvidenceLine view={view} context={context} />
        {evidence.languages.length > 0 && <> ({evidence.languages.map(nameOf).join(", ")})</>}
      </p>
      <svg
        class="evidence-strip"
        viewBox={`0 0 ${Math.max(1, sessions.length) * 20} 20`}
        width={Math.max(1, sessions.length) * 20}
        height="20"
        aria-hidden="true"
      >
        {sessions.map((session, at) => {
          const state = stateOf(session);
          const isFilled = state === "heard" || state === "both";
          return (
            <g key={session} transform={`translate(${at * 20 + 10} 10)`}>
              <circle r="7" class={isFilled ? "evidence-heard" : "evidence-open"} />
              {(state === "against" || state === "both") && (
                <path d="M-8 8 8-8" class="evidence-against" />
              )}
            </g>
          );
        })}
      </svg>
      <Table
        caption={t("evidence.caption")}
        narrow="stacked"
        columns={[
          {
            id: "session",
            label: t("evidence.session"),
            header: true,
            cell: (session) => (
              <a
                class="alone"
                href={toNotesAddress({ ...(roundId && { round: roundId }), filter: { session } })}
              >
                {titleOf(session)}
              </a>
            ),
          },
          { id: "state", label: t("evidence.says"), cell: (session) => words[stateOf(session)] },
        ]}
        rows={sessions}
        rowKey={(session) => session}
      />
      <p class="muted">{t("evidence.limits")}</p>
      {view.fields.supports.length + view.fields.opposes.length === 0 && (
        <LinkButton href={toNotesAddress({ ...(roundId && { round: roundId }), filter: {} })}>
          {t("evidence.toNotes")}
        </LinkButton>
      )}
    </Section>
  );
};
