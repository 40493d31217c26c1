// Before the event: when and where, who is asked by role, the programme in three stages, and what the facilitator says.
import { type EventRole, eventRoles, eventStages } from "../../../domain/event-records.ts";
import { writtenLanguage } from "../../../i18n/languages.ts";
import { Button } from "../../../ui/button.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { Section } from "../../../ui/page.tsx";
import { useT, useTexts } from "../../../ui/use-texts.ts";
import { KeptField } from "../kept-field.tsx";
import { stageKeys } from "./event-content.ts";
import type { WithEvent } from "./event-context.ts";
import { EventRivals } from "./event-rivals.tsx";
import { packLanguages } from "./event-words.ts";
import { HintLine } from "./hint-line.tsx";
import { StageItems } from "./stage-items.tsx";

export const roleKeys = {
  councillor: "role.councillor",
  officer: "role.officer",
  resident: "role.resident",
  ngo: "role.ngo",
} as const satisfies Record<EventRole, string>;

export const PreparePart = ({ context }: WithEvent) => {
  const t = useT("event");
  const { view, models } = context;
  const { eventId, fields } = view;
  const total = fields.programme.reduce((sum, { minutes }) => sum + minutes, 0);
  const drop = () => {
    void models.event.drop(eventId);
    context.onUndo({
      message: t("event.dropped"),
      undo: () => void models.event.restore(eventId),
    });
    location.hash = "#/desk/event";
  };
  return (
    <>
      <EventRivals
        view={view}
        onChoose={(field, lang, text) => void models.event.chooseWords(eventId, field, lang, text)}
        onKeep={() => void models.event.settle(eventId)}
      />
      <Section title={t("basics.title")}>
        <div class="stack form">
          {packLanguages.map((lang) => (
            <KeptField
              key={lang}
              oneLine
              label={t("basics.name", { language: writtenLanguage(lang).endonym })}
              lang={lang}
              maxLength={200}
              value={fields.name[lang] ?? ""}
              onKeep={(text) => void models.event.word(eventId, "name", lang, text)}
            />
          ))}
          <HintLine texts={fields.name} />
          <div class="fields-row">
            <DayField
              label={t("basics.on")}
              type="date"
              value={fields.on ?? ""}
              onKeep={(on) => void models.event.set(eventId, { on: on || undefined })}
            />
            <DayField
              label={t("basics.startsAt")}
              type="time"
              value={fields.startsAt ?? ""}
              onKeep={(startsAt) =>
                void models.event.set(eventId, { startsAt: startsAt || undefined })
              }
            />
          </div>
          <KeptField
            oneLine
            label={t("basics.place")}
            maxLength={200}
            value={fields.place ?? ""}
            onKeep={(place) => void models.event.set(eventId, { place: place.trim() || undefined })}
          />
          <HintLine texts={{ fi: fields.place ?? "" }} />
        </div>
      </Section>
      <Section title={t("programme.title", { count: total })}>
        <p>{t("programme.lead")}</p>
        {eventStages.map((stage, at) => (
          <div key={stage} class="event-stage">
            <h3>
              {at + 1}. {t(stageKeys[stage])}
            </h3>
            <StageItems context={context} stage={stage} />
          </div>
        ))}
      </Section>
      <Section title={t("people.title")}>
        <p>{t("people.lead")}</p>
        <People context={context} />
      </Section>
      <Section title={t("script.title")}>
        <p>{t("script.lead")}</p>
        <Script context={context} />
      </Section>
      <div class="actions">
        <Button kind="quiet" onClick={drop}>
          {t("event.drop")}
        </Button>
      </div>
    </>
  );
};

export const DayField = (props: {
  readonly label: string;
  readonly type: "date" | "time";
  readonly value: string;
  readonly onKeep: (value: string) => void;
}) => (
  <label class="field">
    <span class="field-label">{props.label}</span>
    <input
      class="input"
      type={props.type}
      value={props.value}
      onChange={(event) => props.onKeep(event.currentTarget.value)}
    />
  </label>
);

const People = ({ context }: WithEvent) => {
  const t = useT("event");
  const { view, models } = context;
  const { invited, attended } = view.fields;
  const field = (list: "invited" | "attended", role: EventRole, name: string) => (
    <input
      class="input event-number"
      inputMode="numeric"
      aria-label={name}
      value={view.fields[list][role] ?? ""}
      onChange={(event) =>
        void models.event.people(view.eventId, list, role, event.currentTarget.value)
      }
    />
  );
  const sum = (list: typeof invited) =>
    eventRoles.reduce((total, role) => total + (list[role] ?? 0), 0);
  return (
    <table class="event-people">
      <caption class="unseen">{t("people.title")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("people.role")}</th>
          <th scope="col">{t("people.invited")}</th>
          <th scope="col">{t("people.attended")}</th>
        </tr>
      </thead>
      <tbody>
        {eventRoles.map((role) => (
          <tr key={role}>
            <th scope="row">{t(roleKeys[role])}</th>
            <td>{field("invited", role, t("people.invitedOf", { role: t(roleKeys[role]) }))}</td>
            <td>{field("attended", role, t("people.attendedOf", { role: t(roleKeys[role]) }))}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">{t("people.all")}</th>
          <td>{sum(invited)}</td>
          <td>{sum(attended)}</td>
        </tr>
      </tbody>
    </table>
  );
};

const Script = ({ context }: WithEvent) => {
  const t = useT("event");
  const { code } = useTexts().spoken("event");
  const { view, models } = context;
  const first = packLanguages.filter((lang) => lang === code);
  const languages = [...first, ...packLanguages.filter((lang) => lang !== code)];
  return (
    <>
      {languages.map((lang) => (
        <Disclosure
          key={lang}
          summary={t("script.in", { language: writtenLanguage(lang).endonym })}
        >
          <KeptField
            label={t("script.in", { language: writtenLanguage(lang).endonym })}
            labelHidden
            lang={lang}
            rows={14}
            maxLength={20_000}
            value={view.fields.script[lang] ?? ""}
            onKeep={(text) => void models.event.word(view.eventId, "script", lang, text)}
          />
        </Disclosure>
      ))}
    </>
  );
};
