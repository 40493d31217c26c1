// What a measure answers: findings, notes without a finding between, and commitments. Its way back to what was said.
import { refKey } from "../../../domain/joined.ts";
import type { Localized } from "../../../domain/schema.ts";
import { Button } from "../../../ui/button.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { Message } from "../../../ui/message.tsx";
import { Section } from "../../../ui/page.tsx";
import { useT, useTexts } from "../../../ui/use-texts.ts";
import { wordsIn } from "../findings/finding-words.ts";
import { LinkedNote } from "../findings/linked-note.tsx";
import { toNotesAddress } from "../note-query.ts";
import { threadMark } from "../use-thread-key.ts";
import { useDay } from "./measure-words.ts";
import type { OfMeasure } from "./measures-context.ts";
import type { Links } from "./measures-model.ts";
import { NotePicker, RootPicker } from "./root-picker.tsx";

export const MeasureRoots = (of: OfMeasure) => {
  const t = useT("measures");
  const { findings, notes, decisions } = of.view.fields;
  const hasRoots = findings.length + notes.length + decisions.length > 0;
  return (
    <Section title={t("roots.title")}>
      {!hasRoots && (
        <Message kind="warning" title={t("root.noneTitle")}>
          <p>{t("root.noneBody")}</p>
        </Message>
      )}
      <div class="pair">
        <div class="stack">
          <LinkedFindings {...of} />
          <LinkedDecisions {...of} />
          <Pickers {...of} />
        </div>
        <LinkedNotes {...of} />
      </div>
    </Section>
  );
};

/** Taken away, and linked again with one tap. */
const useUnlink = ({ context, view }: OfMeasure) => {
  const t = useT("measures");
  const model = context.models.measures;
  return (links: Links) =>
    void model.unlink(view.measureId, links).then((written) => {
      if (!written) return;
      context.onUndo({
        message: t("roots.unlinked"),
        undo: () => void model.link(view.measureId, links),
      });
    });
};

/** The words of what is linked, as the way to it. */
const WordsLink = (props: { readonly words: Localized | undefined; readonly href: string }) => {
  const t = useT("measures");
  const { code } = useTexts().spoken("measures");
  const said = wordsIn(props.words ?? {}, code);
  return (
    <a class="alone root-words" href={props.href} lang={said?.lang} dir="auto">
      {said?.text ?? t("list.unworded")}
    </a>
  );
};

const LinkedFindings = ({ context, view }: OfMeasure) => {
  const t = useT("measures");
  const unlink = useUnlink({ context, view });
  const { fields } = view;
  const byId = new Map(context.findings.map((each) => [each.findingId, each]));
  return (
    <>
      <h3>{t("roots.findings", { count: fields.findings.length })}</h3>
      {fields.findings.length > 0 && (
        <ul class="ruled">
          {fields.findings.map((id) => (
            <li key={id} {...threadMark("finding", id)}>
              <WordsLink
                words={
                  byId.get(id)?.fields.statement ?? context.received.get(id)?.finding.statement
                }
                href={
                  context.received.has(id)
                    ? `#/desk/exchange/${context.received.get(id)?.from.digest}`
                    : `#/desk/findings/${id}`
                }
              />
              {byId.get(id)?.fields.dropped && <p class="muted">{t("roots.aside")}</p>}
              <Button kind="quiet" onClick={() => unlink({ findings: [id] })}>
                {t("roots.unlink")}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
};

const LinkedDecisions = ({ context, view }: OfMeasure) => {
  const t = useT("measures");
  const dayOf = useDay();
  const unlink = useUnlink({ context, view });
  const { fields } = view;
  const byId = new Map(context.decisions.map((each) => [each.decisionId, each]));
  return (
    <>
      <h3>{t("roots.decisions", { count: fields.decisions.length })}</h3>
      {fields.decisions.length > 0 && (
        <ul class="ruled">
          {fields.decisions.map((id) => {
            const decision = byId.get(id)?.fields;
            return (
              <li key={id} {...threadMark("decision", id)}>
                <WordsLink
                  words={decision?.promise}
                  href={
                    decision?.eventId === undefined
                      ? `#/desk/thread/decision/${id}`
                      : `#/desk/event/${decision.eventId}`
                  }
                />
                <p class="muted">
                  {[
                    ...(decision?.unit === undefined ? [] : [decision.unit]),
                    ...(decision?.dueOn === undefined
                      ? []
                      : [t("mark.due", { day: dayOf(decision.dueOn) })]),
                    ...(decision?.dropped ? [t("keeps.dropped")] : []),
                  ].join(" · ")}
                </p>
                <Button kind="quiet" onClick={() => unlink({ decisions: [id] })}>
                  {t("roots.unlink")}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
};

const Pickers = ({ context, view }: OfMeasure) => {
  const t = useT("measures");
  const model = context.models.measures;
  const { measureId, fields } = view;
  const findings = context.findings
    .filter((each) => each.fields.roundId === fields.roundId && !each.fields.dropped)
    .filter((each) => !fields.findings.includes(each.findingId))
    .map((each) => ({ id: each.findingId, words: each.fields.statement }));
  const received = [...context.received]
    .filter(([id]) => !fields.findings.includes(id))
    .map(([id, { finding }]) => ({ id, words: finding.statement }));
  const decisions = context.decisions
    .filter((each) => each.fields.roundId === fields.roundId && !each.fields.dropped)
    .filter((each) => !fields.decisions.includes(each.decisionId))
    .map((each) => ({ id: each.decisionId, words: each.fields.promise }));
  if (findings.length + received.length + decisions.length === 0) return null;
  return (
    <Disclosure summary={t("roots.add")}>
      <div class="stack">
        <RootPicker
          label={t("roots.findFinding")}
          views={findings}
          onLink={(id) => void model.link(measureId, { findings: [id] })}
        />
        <RootPicker
          label={t("roots.findReceived")}
          views={received}
          onLink={(id) => void model.link(measureId, { findings: [id] })}
        />
        <RootPicker
          label={t("roots.findDecision")}
          views={decisions}
          onLink={(id) => void model.link(measureId, { decisions: [id] })}
        />
      </div>
    </Disclosure>
  );
};

const LinkedNotes = ({ context, view }: OfMeasure) => {
  const t = useT("measures");
  const model = context.models.measures;
  const unlink = useUnlink({ context, view });
  const { measureId, fields } = view;
  const byKey = new Map(context.reading.notes.map((note) => [refKey(note), note]));
  return (
    <div class="stack">
      <h3>{t("roots.notes", { count: fields.notes.length })}</h3>
      {fields.notes.length === 0 && <p class="muted">{t("roots.notesHint")}</p>}
      <ol class="ruled note-list">
        {fields.notes.map((ref) => {
          const note = byKey.get(refKey(ref));
          const unlinkButton = (
            <Button kind="quiet" onClick={() => unlink({ notes: [ref] })}>
              {t("roots.unlink")}
            </Button>
          );
          if (!note) {
            return (
              <li key={refKey(ref)} class="linked-note">
                <Message kind="warning" title={t("roots.gone")} actions={unlinkButton}>
                  <p>{t("roots.goneBody")}</p>
                </Message>
              </li>
            );
          }
          const { session, noteId, revision } = note;
          return (
            <LinkedNote key={refKey(ref)} note={note} reading={context.reading}>
              {revision !== ref.revision && (
                <Message
                  kind="warning"
                  title={t("roots.changed")}
                  actions={
                    <Button
                      onClick={() =>
                        void model.link(measureId, { notes: [{ session, noteId, revision }] })
                      }
                    >
                      {t("roots.accept")}
                    </Button>
                  }
                />
              )}
              <div class="actions">
                <a
                  class="alone"
                  href={toNotesAddress({ round: note.roundId, filter: { session } })}
                >
                  {t("roots.toNote")}
                </a>
                {unlinkButton}
              </div>
            </LinkedNote>
          );
        })}
      </ol>
      <NotePicker context={context} view={view} />
    </div>
  );
};
