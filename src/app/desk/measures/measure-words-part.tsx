// One text of a measure in its languages: the municipality's own in sight, the others behind a line.
import { Disclosure } from "../../../ui/disclosure.tsx";
import { useT } from "../../../ui/use-texts.ts";
import { useLanguageName } from "../findings/finding-words.ts";
import { KeptField } from "../kept-field.tsx";
import { measureLanguages, wordKeys } from "./measure-words.ts";
import type { OfMeasure } from "./measures-context.ts";
import type { MeasureWords } from "./measures-model.ts";

const own = ["fi", "sv", "en"];
const limits = { what: 2_000, objective: 2_000, assessment: 4_000 } as const;

export const WordsPart = (
  props: OfMeasure & {
    readonly field: MeasureWords;
    /** The section's heading says it already. */
    readonly isTitled?: boolean;
  },
) => {
  const t = useT("measures");
  const nameOf = useLanguageName();
  const { context, view, field, isTitled } = props;
  const words = view.fields[field];
  const languages = measureLanguages(context.reading.round?.fields.languages ?? [], view.fields);
  const fieldOf = (lang: string) => (
    <KeptField
      key={lang}
      label={nameOf(lang)}
      lang={lang}
      maxLength={limits[field]}
      rows={2}
      value={words[lang] ?? ""}
      onKeep={(text) => void context.models.measures.word(view.measureId, field, lang, text)}
    />
  );
  const others = languages.filter((lang) => !own.includes(lang));
  return (
    <fieldset class="words-part form">
      <legend class={isTitled ? "unseen" : undefined}>{t(wordKeys[field])}</legend>
      {own.map(fieldOf)}
      {others.length > 0 && (
        <Disclosure summary={t("one.others", { count: others.length })}>
          <div class="stack form">{others.map(fieldOf)}</div>
        </Disclosure>
      )}
    </fieldset>
  );
};
