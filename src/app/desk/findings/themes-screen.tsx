// Own themes over the four dimensions: named per language, with the notes they gather; merged, taken apart, set aside.
import { useSignal } from "@preact/signals";
import { standingThemes, type ThemeView } from "../../../domain/findings.ts";
import { refKey } from "../../../domain/joined.ts";
import { Button } from "../../../ui/button.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { SelectField, TextField } from "../../../ui/field.tsx";
import { Menu } from "../../../ui/menu.tsx";
import { Section } from "../../../ui/page.tsx";
import { useT, useTexts } from "../../../ui/use-texts.ts";
import { KeptField } from "../kept-field.tsx";
import { languagesOf, useDimensions, useLanguageName, wordsIn } from "./finding-words.ts";
import type { FindingsContext, WithContext } from "./findings-context.ts";
import { LinkedNote } from "./linked-note.tsx";

export const ThemesScreen = ({ context }: WithContext) => {
  const t = useT("findings");
  const standing = standingThemes(context.themes);
  const roots = context.themes.filter(({ themeId }) => standing.get(themeId) === themeId);
  const dropped = context.themes.filter(({ fields }) => fields.dropped);
  return (
    <>
      <p class="lead">{t("themes.lead")}</p>
      {roots.length === 0 && (
        <Empty title={t("themes.empty")}>
          <p>{t("themes.emptyBody")}</p>
        </Empty>
      )}
      <ol class="ruled theme-list">
        {roots.map((view) => (
          <ThemeItem
            key={view.themeId}
            view={view}
            context={context}
            merged={context.themes.filter(
              ({ themeId }) => themeId !== view.themeId && standing.get(themeId) === view.themeId,
            )}
            others={roots.filter(({ themeId }) => themeId !== view.themeId)}
          />
        ))}
      </ol>
      <NewTheme context={context} />
      {dropped.length > 0 && (
        <Disclosure summary={t("themes.dropped", { count: dropped.length })}>
          <ul class="ruled">
            {dropped.map((view) => (
              <li key={view.themeId}>
                <ThemeName view={view} />
                <Button onClick={() => void context.models.themes.restore(view.themeId)}>
                  {t("aside.restore")}
                </Button>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
};

const ThemeName = ({ view }: { readonly view: ThemeView }) => {
  const { code } = useTexts().spoken("findings");
  const words = wordsIn(view.fields.name, code);
  return (
    <span lang={words?.lang} dir="auto">
      {words?.text}
    </span>
  );
};

const NewTheme = ({ context }: WithContext) => {
  const t = useT("findings");
  const { code } = useTexts().spoken("findings");
  const name = useSignal("");
  const roundId = context.reading.round?.roundId;
  return (
    <Section title={t("themes.new")}>
      <form
        class="stack form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!roundId || name.value.trim() === "") return;
          void context.models.themes.create(roundId, code, name.value).then((made) => {
            if (made) name.value = "";
          });
        }}
      >
        <TextField
          label={t("themes.name")}
          lang={code}
          required
          maxLength={200}
          value={name.value}
          onInput={(value) => {
            name.value = value;
          }}
        />
        <Button type="submit" kind="primary">
          {t("themes.create")}
        </Button>
      </form>
    </Section>
  );
};

const ThemeItem = (props: {
  readonly view: ThemeView;
  readonly context: FindingsContext;
  readonly merged: readonly ThemeView[];
  readonly others: readonly ThemeView[];
}) => {
  const t = useT("findings");
  const { code } = useTexts().spoken("findings");
  const dimensions = useDimensions(props.context.reading);
  const nameOf = useLanguageName();
  const { view, context, merged, others } = props;
  const model = context.models.themes;
  const { themeId, fields } = view;
  const byKey = new Map(context.reading.notes.map((note) => [refKey(note), note]));
  const refs = [...fields.notes, ...merged.flatMap((each) => each.fields.notes)];
  const notes = [...new Set(refs.map(refKey))].flatMap((key) => byKey.get(key) ?? []);
  const sessions = new Set(notes.map(({ session }) => session)).size;
  const name = wordsIn(fields.name, code)?.text ?? "";
  const drop = async () => {
    if (!(await model.drop(themeId))) return;
    context.onUndo({ message: t("themes.asideDone"), undo: () => void model.restore(themeId) });
  };
  const merge = async (into: ThemeView) => {
    if (!(await model.merge(themeId, into.themeId))) return;
    context.onUndo({ message: t("themes.mergedDone"), undo: () => void model.takeApart(themeId) });
  };
  return (
    <li class="theme-row">
      <h2 class="theme-name">
        <ThemeName view={view} />
      </h2>
      <p class="muted">
        {t("themes.counts", { count: notes.length, sessions })}
        {fields.dimension !== undefined && ` · ${dimensions.nameOf(fields.dimension)}`}
      </p>
      {merged.map((each) => (
        <p key={each.themeId} class="merged">
          {t("themes.includes")} <ThemeName view={each} />{" "}
          <Button kind="quiet" onClick={() => void model.takeApart(each.themeId)}>
            {t("themes.takeApart")}
          </Button>
        </p>
      ))}
      {notes.length > 0 && (
        <Disclosure summary={t("themes.notes", { count: notes.length })}>
          <ol class="ruled note-list">
            {notes.map((note) => (
              <LinkedNote key={refKey(note)} note={note} reading={context.reading}>
                {fields.notes.some((ref) => refKey(ref) === refKey(note)) && (
                  <Button
                    kind="quiet"
                    onClick={() => {
                      const ref = fields.notes.find((each) => refKey(each) === refKey(note));
                      if (ref) void model.unlink(themeId, [ref]);
                    }}
                  >
                    {t("notes.unlink")}
                  </Button>
                )}
              </LinkedNote>
            ))}
          </ol>
        </Disclosure>
      )}
      <Disclosure summary={t("themes.edit", { name })}>
        <div class="stack form">
          {[...new Set([...languagesOf(context.reading), ...Object.keys(fields.name)])].map(
            (lang) => (
              <KeptField
                key={lang}
                oneLine
                label={t("themes.nameIn", { language: nameOf(lang) })}
                lang={lang}
                maxLength={200}
                value={fields.name[lang] ?? ""}
                onKeep={(text) => void model.rename(themeId, lang, text)}
              />
            ),
          )}
          <SelectField
            label={t("field.dimension")}
            value={fields.dimension ?? ""}
            options={[
              { value: "", label: t("list.across") },
              ...dimensions.all.map((id) => ({ value: id, label: dimensions.nameOf(id) })),
            ]}
            onChange={(id) => void model.describe(themeId, { dimension: id || undefined })}
          />
          <KeptField
            label={t("field.memo")}
            hint={t("field.memoHint")}
            maxLength={20_000}
            value={fields.memo ?? ""}
            onKeep={(text) => void model.describe(themeId, { memo: text.trim() || undefined })}
          />
          {others.length > 0 && (
            <Menu
              label={t("themes.merge")}
              items={others.map((each) => ({
                label: wordsIn(each.fields.name, code)?.text ?? each.themeId,
                onSelect: () => void merge(each),
              }))}
            />
          )}
          <Button kind="quiet" onClick={() => void drop()}>
            {t("themes.drop")}
          </Button>
        </div>
      </Disclosure>
    </li>
  );
};
