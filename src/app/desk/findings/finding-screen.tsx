// One finding: its words in every language, what it rests on for and against, and the check before it may be told outside.

import { labelOf } from "../../../domain/codebook.ts";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { CheckList } from "../../../ui/choice.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { SelectField } from "../../../ui/field.tsx";
import { Section } from "../../../ui/page.tsx";
import { useT, useTexts } from "../../../ui/use-texts.ts";
import { KeptField } from "../kept-field.tsx";
import { toThreadAddress } from "../use-thread-key.ts";
import { FindingCheck } from "./finding-check.tsx";
import { FindingEvidence } from "./finding-evidence.tsx";
import { FindingMeasures } from "./finding-measures.tsx";
import { FindingNotes } from "./finding-notes.tsx";
import { FindingRivals } from "./finding-rivals.tsx";
import { languagesOf, useDimensions, useLanguageName, wordsIn } from "./finding-words.ts";
import type { OfFinding, WithContext } from "./findings-context.ts";
import { TypeField } from "./findings-screen.tsx";

export const FindingScreen = ({
  context,
  findingId,
}: WithContext & { readonly findingId: string }) => {
  const t = useT("findings");
  const view = context.findings.find((each) => each.findingId === findingId);
  if (!view) {
    return (
      <Empty
        title={t("gone.title")}
        actions={<LinkButton href="#/desk/findings">{t("gone.back")}</LinkButton>}
      >
        <p>{t("gone.body")}</p>
      </Empty>
    );
  }
  const of = { view, context };
  return (
    <>
      <a class="alone screen-only" href={toThreadAddress("finding", findingId)}>
        {t("thread")}
      </a>
      {view.rivalWordings.length > 0 && <FindingRivals {...of} />}
      <Statements {...of} />
      <FindingEvidence {...of} />
      <FindingNotes {...of} />
      <FindingCheck {...of} />
      <FindingMeasures {...of} />
      <Placement {...of} />
      <Aside {...of} />
    </>
  );
};

const Statements = ({ view, context }: OfFinding) => {
  const t = useT("findings");
  const nameOf = useLanguageName();
  const languages = [
    ...new Set([...languagesOf(context.reading), ...Object.keys(view.fields.statement)]),
  ];
  return (
    <Section title={t("statement.title")}>
      <p class="muted">{t("statement.hint")}</p>
      <div class="stack form">
        {languages.map((lang) => (
          <KeptField
            key={lang}
            label={nameOf(lang)}
            lang={lang}
            maxLength={2_000}
            rows={2}
            value={view.fields.statement[lang] ?? ""}
            onKeep={(text) => void context.models.findings.word(view.findingId, lang, text)}
          />
        ))}
      </div>
    </Section>
  );
};

const Placement = ({ view, context }: OfFinding) => {
  const t = useT("findings");
  const { code } = useTexts().spoken("findings");
  const dimensions = useDimensions(context.reading);
  const { findingId, fields } = view;
  const model = context.models.findings;
  const subThemes = context.reading.round?.fields.codebook.subThemes ?? [];
  const themes = context.themes.filter(
    (theme) => !theme.fields.dropped && !theme.fields.mergedInto,
  );
  return (
    <Section title={t("place.title")}>
      <div class="stack form">
        <div class="fields-row">
          <TypeField value={fields.type} onChange={(type) => void model.set(findingId, { type })} />
          <SelectField
            label={t("field.dimension")}
            value={fields.dimension ?? ""}
            options={[
              { value: "", label: t("list.across") },
              ...dimensions.all.map((id) => ({ value: id, label: dimensions.nameOf(id) })),
            ]}
            onChange={(id) => void model.set(findingId, { dimension: id || undefined })}
          />
        </div>
        <Disclosure summary={t("field.subThemes", { count: fields.subThemes.length })}>
          <CheckList
            legend={t("field.subThemesLegend")}
            options={subThemes
              .filter(({ dimension }) => !fields.dimension || dimension === fields.dimension)
              .map(({ id }) => ({ value: id, label: labelOf(subThemes, id, code) }))}
            values={fields.subThemes}
            onChange={(values) => void model.set(findingId, { subThemes: values })}
          />
        </Disclosure>
        {themes.length > 0 && (
          <Disclosure summary={t("field.themes", { count: fields.themes.length })}>
            <CheckList
              legend={t("title.themes")}
              options={themes.map(({ themeId, fields: { name } }) => {
                const words = wordsIn(name, code);
                return {
                  value: themeId,
                  label: words?.text ?? "",
                  ...(words ? { lang: words.lang } : {}),
                };
              })}
              values={fields.themes}
              onChange={(values) => void model.set(findingId, { themes: values })}
            />
          </Disclosure>
        )}
        <KeptField
          label={t("field.memo")}
          hint={t("field.memoHint")}
          maxLength={20_000}
          value={fields.memo ?? ""}
          onKeep={(text) => void model.set(findingId, { memo: text.trim() || undefined })}
        />
      </div>
    </Section>
  );
};

const Aside = ({ view, context }: OfFinding) => {
  const t = useT("findings");
  const model = context.models.findings;
  const drop = async () => {
    if (!(await model.drop(view.findingId))) return;
    context.onUndo({
      message: t("aside.done"),
      undo: () => void model.restore(view.findingId),
    });
  };
  return view.fields.dropped ? (
    <Button onClick={() => void model.restore(view.findingId)}>{t("aside.restore")}</Button>
  ) : (
    <Button kind="quiet" onClick={() => void drop()}>
      {t("aside.drop")}
    </Button>
  );
};
