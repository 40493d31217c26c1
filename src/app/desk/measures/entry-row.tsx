// One entry of the follow-up: its day, its words in each language, by which unit, from what it can be seen; whether it may be
// told outside; and what two desks made of it apart.
import { followUpObstacles } from "../../../analysis/publishable-measures.ts";
import type { FollowUpView } from "../../../domain/measures.ts";
import { Button } from "../../../ui/button.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { NoteText } from "../../../ui/note-text.tsx";
import { useFormat, useT, useTexts } from "../../../ui/use-texts.ts";
import { useLanguageName, wordsIn } from "../findings/finding-words.ts";
import { KeptField } from "../kept-field.tsx";
import { threadMark } from "../use-thread-key.ts";
import type { EntryFact } from "./follow-ups-model.ts";
import { TextHints } from "./measure-check.tsx";
import { useDay, useObstacleWords } from "./measure-words.ts";
import { standingIn, type WithContext } from "./measures-context.ts";
import { RivalsPanel } from "./rivals-panel.tsx";
import { hasRivals } from "./settling.ts";

type EntryProps = WithContext & { readonly entry: FollowUpView };

export const EntryRow = ({ context, entry }: EntryProps) => {
  const t = useT("measures");
  const dayOf = useDay();
  const format = useFormat();
  const { code } = useTexts().spoken("measures");
  const { on, text, unit, evidence, value } = entry.fields;
  const words = wordsIn(text, code);
  return (
    <li class="entry" {...threadMark("follow-up", entry.followUpId)}>
      <p class="entry-head">
        <time dateTime={on}>{dayOf(on)}</time>
        {/* Names of units and partners are proper names, in no language to be marked (WCAG 3.1.2). */}
        {unit !== undefined && <bdi>{unit}</bdi>}
        {value !== undefined && <strong>{format.number(Number(value))}</strong>}
      </p>
      {words && <NoteText text={words.text} lang={words.lang} size="small" />}
      {evidence !== undefined && (
        <p class="muted" dir="auto">
          {t("entry.evidence", { evidence })}
        </p>
      )}
      <EntryState context={context} entry={entry} />
      {hasRivals(entry) && (
        <RivalsPanel<"text", EntryFact>
          view={entry}
          wordLimit={4_000}
          nameOf={() => t("entry.title")}
          onSettle={(choices) => void context.models.followUps.settle(entry.followUpId, choices)}
        />
      )}
      <Disclosure summary={t("entry.edit")}>
        <EntryFields context={context} entry={entry} />
      </Disclosure>
    </li>
  );
};

const EntryState = ({ context, entry }: EntryProps) => {
  const t = useT("measures");
  const words = useObstacleWords();
  const standing = standingIn(context, entry.fields.roundId);
  const model = context.models.followUps;
  const { text, unit, source, evidence } = entry.fields;
  const keeps = followUpObstacles(entry, standing);
  if (keeps.length === 0) {
    return (
      <p class="entry-state">
        ✓ {t("entry.isChecked")}{" "}
        <Button kind="quiet" onClick={() => void model.uncheck(entry.followUpId)}>
          {t("check.undo")}
        </Button>
      </p>
    );
  }
  const others = keeps.filter((each) => each !== "unchecked");
  return (
    <>
      <TextHints texts={[text]} facts={[unit, source, evidence]} />
      <p class="entry-state">
        ◔ {keeps.map((each) => words[each]).join(" · ")}{" "}
        {others.length === 0 && (
          <Button kind="quiet" onClick={() => void model.check(entry.followUpId)}>
            {t("entry.check")}
          </Button>
        )}
      </p>
    </>
  );
};

const EntryFields = ({ context, entry }: EntryProps) => {
  const t = useT("measures");
  const nameOf = useLanguageName();
  const { followUpId, fields } = entry;
  const model = context.models.followUps;
  const drop = async () => {
    if (!(await model.drop(followUpId))) return;
    context.onUndo({ message: t("entry.dropped"), undo: () => void model.restore(followUpId) });
  };
  return (
    <div class="stack form">
      {[...new Set(["fi", "sv", "en", ...Object.keys(fields.text)])].map((lang) => (
        <KeptField
          key={lang}
          label={nameOf(lang)}
          lang={lang}
          maxLength={4_000}
          value={fields.text[lang] ?? ""}
          onKeep={(words) => void model.word(followUpId, lang, words)}
        />
      ))}
      <KeptField
        oneLine
        label={t("entry.unit")}
        hint={t("field.unitHint")}
        maxLength={200}
        value={fields.unit ?? ""}
        onKeep={(unit) => void model.set(followUpId, { unit: unit.trim() || undefined })}
      />
      <KeptField
        oneLine
        label={t("entry.evidenceField")}
        hint={t("entry.evidenceHint")}
        maxLength={2_000}
        value={fields.evidence ?? ""}
        onKeep={(evidence) =>
          void model.set(followUpId, { evidence: evidence.trim() || undefined })
        }
      />
      <Button kind="quiet" onClick={() => void drop()}>
        {t("entry.drop")}
      </Button>
    </div>
  );
};
