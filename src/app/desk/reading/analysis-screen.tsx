// What the notes of one round hold, part by part: a picture and its table each. The desk's own working view with raw
// counts; what is published goes through the report, which protects small groups.
import type { ComponentType } from "preact";
import { SelectField } from "../../../ui/field.tsx";
import { Page, Section } from "../../../ui/page.tsx";
import { useT } from "../../../ui/use-texts.ts";
import { parseNoteQuery } from "../note-query.ts";
import { type RoundReading, useRound } from "../use-round.ts";
import { CountLine } from "./count-line.tsx";
import { useNames } from "./names.ts";
import { NoNotes } from "./no-notes.tsx";
import { OwnTags } from "./own-tags.tsx";
import { DataPart, Limits } from "./part-data.tsx";
import { DimensionsPart, SubThemesPart, TopicsPart } from "./part-dimensions.tsx";
import { GroupsPart, PairsPart, SessionsPart } from "./part-sessions.tsx";
import { DissentPart, SilencePart } from "./part-silence.tsx";
import { findPart, type Part, type PartProps, parts, toPartAddress } from "./parts.ts";
import type { ReadingAreaProps } from "./reading-props.ts";

const views: Readonly<Record<Part["id"], ComponentType<PartProps>>> = {
  dimensions: DimensionsPart,
  "sub-themes": SubThemesPart,
  sessions: SessionsPart,
  pairs: PairsPart,
  topics: TopicsPart,
  groups: GroupsPart,
  silence: SilencePart,
  dissent: DissentPart,
  data: DataPart,
};

export const AnalysisScreen = ({ records, query, path }: ReadingAreaProps) => {
  const t = useT("reading");
  const reading = useRound(records, parseNoteQuery(query).round);
  return (
    <Page title={t("table.title")} width="full" namespace="reading">
      {reading.round && reading.notes.length > 0 ? (
        <Reading reading={reading} part={findPart(path[1])} />
      ) : (
        <NoNotes />
      )}
    </Page>
  );
};

const Reading = ({ reading, part }: { readonly reading: RoundReading; readonly part: Part }) => {
  const t = useT("reading");
  const names = useNames(reading);
  const { round, rounds } = reading;
  const View = views[part.id];
  return (
    <div class="reading">
      <nav class="part-nav screen-only" aria-label={t("part.label")}>
        {rounds.length > 1 && (
          <SelectField
            label={t("notes.round")}
            value={round?.roundId ?? ""}
            options={rounds.map(({ roundId, fields }) => ({ value: roundId, label: fields.name }))}
            onChange={(id) => {
              location.hash = toPartAddress(part, id);
            }}
          />
        )}
        <ul>
          {parts.map((each) => (
            <li key={each.id}>
              <a
                href={toPartAddress(each, round?.roundId)}
                aria-current={each === part ? "page" : undefined}
              >
                {t(each.title)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="part">
        <p class="lead">
          {round?.fields.name} · <CountLine reading={reading} />
        </p>
        <OwnTags reading={reading} />
        <Section title={t(part.title)}>
          <p>{t(part.lead)}</p>
          <View reading={reading} names={names} />
          {part.id === "dimensions" && <Limits reading={reading} />}
        </Section>
        <p class="muted own-use">{t("part.ownUse")}</p>
      </div>
    </div>
  );
};
