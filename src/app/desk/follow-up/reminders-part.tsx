// What the follow-up waits for today, longest waiting first, each with the way to where it is mended.
import { useMemo } from "preact/hooks";
import { listReminders, type Reminder } from "../../../analysis/due-reminders.ts";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { Section } from "../../../ui/page.tsx";
import { useFormat, useT, useTexts } from "../../../ui/use-texts.ts";
import { threadMark } from "../use-thread-key.ts";
import { type FollowUpProps, firstWords } from "./follow-up-context.ts";

const shownAtFirst = 6;
const words = {
  look: "due.look",
  "first-look": "due.firstLook",
  late: "due.late",
  "promise-late": "due.promiseLate",
  untold: "due.untold",
} as const;

const addressOf = ({ type, roundId, measureId, decisionId }: Reminder): string => {
  if (type === "untold") return `#/desk/leaflets?round=${roundId}`;
  if (measureId !== undefined) return `#/desk/measures/${measureId}`;
  return type === "promise-late"
    ? `#/desk/measures/new?decision=${decisionId}`
    : `#/desk/measures?round=${roundId}`;
};

const markOf = ({ measureId, decisionId }: Reminder) =>
  measureId === undefined ? threadMark("decision", decisionId) : threadMark("measure", measureId);

export const RemindersPart = ({ records, today }: FollowUpProps) => {
  const t = useT("followUp");
  const reminders = useMemo(() => listReminders(records, today), [records, today]);
  const rest = reminders.slice(shownAtFirst);
  return (
    <Section title={t("due.title")}>
      {reminders.length === 0 ? (
        <p>{t("due.none")}</p>
      ) : (
        <ReminderList reminders={reminders.slice(0, shownAtFirst)} />
      )}
      {rest.length > 0 && (
        <Disclosure summary={t("due.more", { count: rest.length })}>
          <ReminderList reminders={rest} />
        </Disclosure>
      )}
    </Section>
  );
};

const ReminderList = ({ reminders }: { readonly reminders: readonly Reminder[] }) => {
  const t = useT("followUp");
  const format = useFormat();
  const screen = useTexts().language().code;
  return (
    <ul class="ruled reminders">
      {reminders.map((each) => {
        const { text, lang } = firstWords(each.words, screen);
        const day = each.on === undefined ? "" : format.day(`${each.on}T12:00:00Z`);
        return (
          <li key={`${each.type} ${each.measureId ?? each.decisionId}`} {...markOf(each)}>
            <a class="alone" href={addressOf(each)} lang={lang} dir="auto">
              {text}
            </a>
            <p class="muted">
              {each.on === undefined ? t("due.untoldOnly") : t(words[each.type], { day })}
              {!each.isOverdue && each.type !== "untold" && ` · ${t("due.today")}`}
            </p>
          </li>
        );
      })}
    </ul>
  );
};
