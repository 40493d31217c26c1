// What a new measure answers, in its words; or, without any, the ways to something it could answer.
import { refKey } from "../../../domain/joined.ts";
import type { EntityId } from "../../../domain/schema.ts";
import { SelectField } from "../../../ui/field.tsx";
import { Message } from "../../../ui/message.tsx";
import { NoteText } from "../../../ui/note-text.tsx";
import { Section } from "../../../ui/page.tsx";
import { useT, useTexts } from "../../../ui/use-texts.ts";
import { useTitles, wordsIn } from "../findings/finding-words.ts";
import type { WithContext } from "./measures-context.ts";
import type { Root } from "./new-root.ts";

type RootProps = WithContext & { readonly root: Root | undefined; readonly roundId: EntityId };

export const RootPart = ({ context, root, roundId }: RootProps) => {
  const t = useT("measures");
  const { code } = useTexts().spoken("measures");
  const titleOf = useTitles(context.reading);
  if (!root) return <RootChoice context={context} roundId={roundId} />;
  if (root.kind === "note") {
    const note = context.reading.notes.find((each) => refKey(each) === refKey(root.note));
    return (
      <Section title={t("root.note")}>
        {note && <NoteText text={note.text} lang={note.lang} />}
        {note && (
          <p class="muted">
            {t("root.place", { session: titleOf(note.session), place: note.place })}
          </p>
        )}
      </Section>
    );
  }
  const said = wordsIn(
    root.kind === "received"
      ? root.finding.statement
      : root.kind === "finding"
        ? root.finding.fields.statement
        : root.decision.fields.promise,
    code,
  );
  return (
    <Section title={t(root.kind === "decision" ? "root.decision" : "root.finding")}>
      {said ? (
        <NoteText text={said.text} lang={said.lang} />
      ) : (
        <p class="muted">{t("list.unworded")}</p>
      )}
    </Section>
  );
};

const RootChoice = ({ context, roundId }: Omit<RootProps, "root">) => {
  const t = useT("measures");
  const { code } = useTexts().spoken("measures");
  const ofRound = <V extends { readonly fields: { roundId: string; dropped?: true | undefined } }>(
    views: readonly V[],
  ) => views.filter(({ fields }) => fields.roundId === roundId && !fields.dropped);
  const options = [
    ...ofRound(context.findings).map(({ findingId, fields }) => ({
      value: `finding=${findingId}`,
      label: t("root.findingIs", { words: wordsIn(fields.statement, code)?.text ?? "–" }),
    })),
    ...[...context.received].map(([findingId, { finding, from }]) => ({
      value: `finding=${findingId}`,
      label: t("root.receivedIs", {
        origin: from.content.origin,
        words: wordsIn(finding.statement, code)?.text ?? "–",
      }),
    })),
    ...ofRound(context.decisions).map(({ decisionId, fields }) => ({
      value: `decision=${decisionId}`,
      label: t("root.decisionIs", { words: wordsIn(fields.promise, code)?.text ?? "–" }),
    })),
  ];
  return (
    <Section title={t("root.title")}>
      <Message title={t("root.noneTitle")}>
        <p>{t("root.noneBody")}</p>
      </Message>
      {options.length > 0 && (
        <SelectField
          label={t("root.choose")}
          value=""
          options={[{ value: "", label: t("root.none") }, ...options]}
          onChange={(chosen) => {
            if (chosen) location.hash = `#/desk/measures/new?${chosen}`;
          }}
        />
      )}
      <a class="alone" href={`#/desk/notes?round=${roundId}`}>
        {t("root.toNotes")}
      </a>
    </Section>
  );
};
