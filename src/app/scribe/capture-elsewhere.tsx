// Another window of this browser writes this session: here one reads along, and may move the writing here.
import { useEffect, useMemo } from "preact/hooks";
import { Button } from "../../ui/button.tsx";
import { Alert, Message } from "../../ui/message.tsx";
import { NoteText } from "../../ui/note-text.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { Busy } from "../../ui/progress.tsx";
import { useFormat, useT } from "../../ui/use-texts.ts";
import type { OpenBox } from "../open-box.ts";
import { createSessionLog } from "../session/session-log.ts";
import { speakerWord } from "../session/speaker-words.ts";
import { sessionFieldsOf } from "../session-plan.ts";
import { Shell } from "../shell/shell.tsx";
import type { WritingHold } from "../writing-hold.ts";

export const CaptureElsewhere = ({
  box,
  hold,
}: {
  readonly box: OpenBox;
  readonly hold: WritingHold;
}) => {
  const t = useT("device");
  const scribe = useT("scribe");
  const format = useFormat();
  const log = useMemo(() => createSessionLog(box), [box]);
  useEffect(() => log.stop, [log]);
  const state = hold.state.value;
  const title = sessionFieldsOf(log.records.value, box.facts().card)?.title;
  const notes = log.notes.value.filter(({ fields }) => !fields.struck);
  const take = (
    <Button kind="primary" busy={state === "moving" && t("window.moving")} onClick={hold.take}>
      {t("window.take")}
    </Button>
  );
  return (
    <Shell title={title ?? scribe("head.untitled")}>
      <Page title={t("window.title")} namespace="device">
        {state === "refused" && (
          <Alert>
            <p>{t("window.refused")}</p>
          </Alert>
        )}
        <Message actions={take}>
          <p>{t("window.body")}</p>
        </Message>
        <Section title={t("window.log")}>
          {log.state.value === "loading" && <Busy />}
          {log.state.value === "ready" && notes.length === 0 && <p>{t("window.empty")}</p>}
          <ol class="ruled">
            {notes.map(({ noteId, fields }) => (
              <li key={noteId}>
                <small class="numeric">
                  {format.time(fields.begunAt)}
                  {fields.speaker && ` · ${speakerWord(scribe, fields.speaker)}`}
                </small>
                <NoteText text={fields.text} lang={fields.lang} />
              </li>
            ))}
          </ol>
        </Section>
      </Page>
    </Shell>
  );
};
