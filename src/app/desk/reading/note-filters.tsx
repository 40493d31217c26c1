// The filters beside the list. Each choice is an address of its own, so that back works and a number can open its notes.
import type { ColumnName } from "../../../analysis/columns.ts";
import { polarities } from "../../../domain/note.ts";
import { Checkbox } from "../../../ui/choice.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { type Option, SelectField, TextField } from "../../../ui/field.tsx";
import { useFormat, useT } from "../../../ui/use-texts.ts";
import { type AddressFilter, toNotesAddress } from "../note-query.ts";
import type { RoundReading } from "../use-round.ts";
import { type Names, useNames } from "./names.ts";
import type { SearchModel } from "./search-model.ts";

export type NoteFiltersProps = {
  readonly reading: RoundReading;
  readonly filter: AddressFilter;
  readonly search: SearchModel;
};

const columnKeys = {
  session: "notes.session",
  dimension: "notes.dimension",
  polarity: "notes.polarity",
  subTheme: "notes.subTheme",
  theme: "notes.theme",
  kind: "notes.kind",
  topic: "notes.topic",
  area: "notes.area",
  phase: "notes.question",
  group: "notes.group",
  lang: "notes.language",
} as const satisfies Readonly<Record<ColumnName, string>>;
// The keys of a literal object.
const choices = Object.keys(columnKeys) as readonly ColumnName[];

const markKeys = {
  starred: "notes.starred",
  quotable: "notes.quotable",
  disagreed: "notes.disagreed",
  agreed: "notes.agreed",
  unfinished: "notes.onlyUnfinished",
} as const;
const marks = Object.keys(markKeys) as readonly (keyof typeof markKeys)[];

/** Only what occurs in these notes is offered: a choice that finds nothing helps nobody. */
const useOptions = (reading: RoundReading, names: Names) => {
  const t = useT("reading");
  const format = useFormat();
  const { codebook } = reading.round?.fields ?? {};
  const order: Partial<Record<ColumnName, readonly string[]>> = {
    dimension: codebook?.dimensions.map(({ id }) => id) ?? [],
    polarity: polarities,
    session: reading.releases.map(({ record }) => record.session),
    subTheme: codebook?.subThemes.map(({ id }) => id) ?? [],
  };
  return (name: ColumnName): readonly Option[] => {
    const occurring = reading.columns[name].ids;
    const known = order[name]?.filter((id) => occurring.includes(id)) ?? [];
    const others = occurring.filter((id) => !known.includes(id));
    const sorted = [...others].sort((a, b) => format.compare(names.of(name, a), names.of(name, b)));
    const options = [...known, ...sorted].map((id) => ({
      value: id,
      label: names.of(name, id),
      ...(name === "lang" ? { lang: id } : {}),
    }));
    const mayLack = name !== "session" && name !== "lang";
    return mayLack && options.length > 0
      ? [...options, { value: "none", label: t("notes.without") }]
      : options;
  };
};

/** What the list is narrowed to, each choice by its own word; a tag that nothing here has keeps its id. */
export const useNarrowing = (reading: RoundReading, filter: AddressFilter): readonly string[] => {
  const t = useT("reading");
  const names = useNames(reading);
  const chosen = choices.flatMap((name) => {
    const value = filter[name];
    if (value === undefined) return [];
    return value === "none"
      ? [`${t(columnKeys[name])}: ${t("notes.without")}`]
      : [names.of(name, value)];
  });
  return [
    ...chosen,
    ...(filter.with === undefined ? [] : [names.of("dimension", filter.with)]),
    ...marks.flatMap((mark) => (filter[mark] ? [t(markKeys[mark])] : [])),
  ];
};

export const NoteFilters = ({ reading, filter, search }: NoteFiltersProps) => {
  const t = useT("reading");
  const names = useNames(reading);
  const optionsOf = useOptions(reading, names);
  const roundId = reading.round?.roundId;
  const go = (next: AddressFilter) => {
    location.hash = toNotesAddress({ ...(roundId && { round: roundId }), filter: next });
  };
  const set = (name: keyof AddressFilter, value: string | boolean) => {
    const { [name]: _, ...rest } = filter;
    // The name and the value belong together: both come from one choice.
    go(value ? ({ ...rest, [name]: value } as AddressFilter) : rest);
  };
  return (
    <form class="note-filters" onSubmit={(event) => event.preventDefault()}>
      {reading.rounds.length > 1 && (
        <SelectField
          label={t("notes.round")}
          value={roundId ?? ""}
          options={reading.rounds.map((each) => ({
            value: each.roundId,
            label: each.fields.name,
          }))}
          onChange={(round) => {
            location.hash = toNotesAddress({ round, filter: {} });
          }}
        />
      )}
      <TextField
        type="search"
        label={t("notes.words")}
        hint={t("notes.wordsHint")}
        value={search.words.value}
        onInput={search.ask}
      />
      <Disclosure summary={t("notes.filters")}>
        {choices
          .map((name) => ({ name, options: optionsOf(name) }))
          .filter(({ options }) => options.length > 0)
          .map(({ name, options }) => (
            <SelectField
              key={name}
              label={t(columnKeys[name])}
              value={filter[name] ?? ""}
              options={[{ value: "", label: t("notes.all") }, ...options]}
              onChange={(value) => set(name, value)}
            />
          ))}
        {marks.map((mark) => (
          <Checkbox
            key={mark}
            label={t(markKeys[mark])}
            checked={filter[mark] === true}
            onChange={(checked) => set(mark, checked)}
          />
        ))}
      </Disclosure>
    </form>
  );
};
