// The filters beside the list. Each choice is an address of its own, so that back works and a number can open its notes.
import type { Signal } from "@preact/signals";
import { labelOf } from "../../../domain/codebook.ts";
import { writtenLanguage } from "../../../i18n/languages.ts";
import { Checkbox } from "../../../ui/choice.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { type Option, SelectField, TextField } from "../../../ui/field.tsx";
import { useT, useTexts } from "../../../ui/use-texts.ts";
import { type AddressFilter, toNotesAddress } from "../note-query.ts";
import type { RoundReading } from "../use-round.ts";

export type NoteFiltersProps = {
  readonly reading: RoundReading;
  readonly filter: AddressFilter;
  readonly words: Signal<string>;
  readonly choices: readonly Choice[];
};

export type Choice = {
  readonly name: Exclude<keyof AddressFilter, "starred" | "quotable">;
  readonly label: string;
  readonly options: readonly Option[];
};

/** Only what occurs in these notes is offered: a choice that finds nothing helps nobody. */
export const useChoices = ({ notes, releases, round }: RoundReading): readonly Choice[] => {
  const t = useT("reading");
  const common = useT("common");
  const { code } = useTexts().spoken("reading");
  const codebook = round?.fields.codebook;
  const labelled = (
    ids: readonly string[],
    entries: Parameters<typeof labelOf>[0] = [],
  ): readonly Option[] =>
    [...new Set(ids)].sort().map((id) => ({ value: id, label: labelOf(entries, id, code) }));
  const none: Option = { value: "none", label: t("notes.without") };
  const polarities = ["strengthens", "weakens", "mixed"] as const;
  return [
    {
      name: "session",
      label: t("notes.session"),
      options: releases.map(({ record }) => ({ value: record.session, label: record.title })),
    },
    {
      name: "dimension",
      label: t("notes.dimension"),
      options: [
        ...(codebook?.dimensions ?? []).map(({ id }) => ({
          value: id,
          label: labelOf(codebook?.dimensions ?? [], id, code),
        })),
        none,
      ],
    },
    {
      name: "polarity",
      label: t("notes.polarity"),
      options: [
        ...polarities.map((value) => ({ value, label: common(`polarity.${value}`) })),
        none,
      ],
    },
    {
      name: "subTheme",
      label: t("notes.subTheme"),
      options: labelled(
        notes.flatMap(({ subThemes }) => subThemes),
        codebook?.subThemes,
      ),
    },
    {
      name: "kind",
      label: t("notes.kind"),
      options: labelled(
        notes.flatMap(({ kinds }) => kinds),
        codebook?.kinds,
      ),
    },
    {
      name: "topic",
      label: t("notes.topic"),
      options: labelled(
        notes.flatMap(({ topics }) => topics),
        codebook?.topics,
      ),
    },
    {
      name: "area",
      label: t("notes.area"),
      options: labelled(
        notes.flatMap(({ area }) => area ?? []),
        codebook?.areas,
      ),
    },
    {
      name: "lang",
      label: t("notes.language"),
      options: [...new Set(notes.map(({ lang }) => lang))].map((lang) => ({
        value: lang,
        label: writtenLanguage(lang).endonym,
        lang,
      })),
    },
  ];
};

/** What the list is narrowed to, each choice by its own word; a tag that nothing here has keeps its id. */
export const useNarrowing = (
  choices: readonly Choice[],
  filter: AddressFilter,
): readonly string[] => {
  const t = useT("reading");
  const none = t("notes.without");
  const chosen = choices.flatMap(({ name, label, options }) => {
    const value = filter[name];
    if (value === undefined) return [];
    if (value === "none") return [`${label}: ${none}`];
    return [options.find((option) => option.value === value)?.label ?? value];
  });
  return [
    ...chosen,
    ...(filter.starred ? [t("notes.starred")] : []),
    ...(filter.quotable ? [t("notes.quotable")] : []),
  ];
};

export const NoteFilters = ({ reading, filter, words, choices }: NoteFiltersProps) => {
  const t = useT("reading");
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
        value={words.value}
        onInput={(value) => {
          words.value = value;
        }}
      />
      <Disclosure summary={t("notes.filters")}>
        {choices.map(({ name, label, options }) => (
          <SelectField
            key={name}
            label={label}
            value={filter[name] ?? ""}
            options={[{ value: "", label: t("notes.all") }, ...options]}
            onChange={(value) => set(name, value)}
          />
        ))}
        <Checkbox
          label={t("notes.starred")}
          checked={filter.starred === true}
          onChange={(checked) => set("starred", checked)}
        />
        <Checkbox
          label={t("notes.quotable")}
          checked={filter.quotable === true}
          onChange={(checked) => set("quotable", checked)}
        />
      </Disclosure>
    </form>
  );
};
