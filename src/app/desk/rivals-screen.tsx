// Two releases of one session side by side: what only one of them holds, and the choice. Nothing is lost by choosing.
import { useSignal } from "@preact/signals";
import type { Release } from "../../domain/desk-records.ts";
import type { Named } from "../../domain/record.ts";
import { BoxId } from "../../domain/schema.ts";
import { toMs } from "../../domain/stamp.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Status } from "../../ui/message.tsx";
import { NoteText } from "../../ui/note-text.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { useFormat, useT } from "../../ui/use-texts.ts";
import type { DeskScreenProps } from "./desk-context.ts";
import { FailureAlert } from "./failure.tsx";
import { chooseRelease, listRivals, type RivalError } from "./rivals.ts";

type Props = DeskScreenProps & {
  readonly records: readonly Named[];
  readonly session: string | undefined;
};

export const RivalsScreen = ({ desk, records, session }: Props) => {
  const t = useT("desk");
  const format = useFormat();
  const failure = useSignal<RivalError | undefined>(undefined);
  const rivals = listRivals(records, session);
  const choose = async ({ id, record }: Named<Release>) => {
    const chosen = await chooseRelease(desk, BoxId.parse(record.session), id);
    failure.value = chosen.ok ? undefined : chosen.error;
  };
  return (
    <Page title={t("rivals.title")} lead={rivals.length > 0 && t("rivals.lead")} namespace="desk">
      <FailureAlert failure={failure.value} />
      {rivals.length === 0 && (
        <Status actions={<LinkButton href="#/desk/sessions">{t("rivals.back")}</LinkButton>}>
          <p>{t("rivals.none")}</p>
        </Status>
      )}
      {rivals.map((release) => {
        const { record, id } = release;
        const others = new Set<string>(
          rivals.flatMap((each) =>
            each === release ? [] : each.record.notes.map(({ revision }) => revision),
          ),
        );
        const own = record.notes.filter(({ revision }) => !others.has(revision));
        return (
          <Section key={id} title={t("rivals.made", { time: format.dayTime(toMs(record.stamp)) })}>
            <p>
              {t("rivals.counts", { count: record.notes.length })}{" "}
              {record.reviewed ? t("rivals.reviewed") : t("home.notReviewed")}
            </p>
            <Disclosure summary={t("rivals.own", { count: own.length })}>
              <ul class="ruled">
                {own.map(({ noteId, text, lang }) => (
                  <li key={noteId}>
                    <NoteText text={text} lang={lang} size="small" />
                  </li>
                ))}
              </ul>
            </Disclosure>
            <Button onClick={() => void choose(release)}>{t("rivals.choose")}</Button>
          </Section>
        );
      })}
    </Page>
  );
};
