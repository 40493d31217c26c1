// In the room: one finding at a time, the ideas for it, and what is promised. What is typed here is on the wall only when
// somebody presses for it.
import { useSignal } from "@preact/signals";
import type { EntityId } from "../../../domain/schema.ts";
import { SelectField } from "../../../ui/field.tsx";
import { Section } from "../../../ui/page.tsx";
import { useT } from "../../../ui/use-texts.ts";
import { CommitmentsPart } from "./commitments-part.tsx";
import type { WithEvent } from "./event-context.ts";
import { IdeasPart } from "./ideas-part.tsx";
import { ImportPart } from "./import-part.tsx";

const wholeRoom = "";

export const RoomPart = ({ context }: WithEvent) => {
  const t = useT("event");
  const { seat, pack, view } = context;
  const findings = pack?.content.dimensions.flatMap((each) => each.findings) ?? [];
  const onWall = seat.presenter.slide.peek()?.findingId;
  const first = findings.find(({ findingId }) => findingId === onWall) ?? findings[0];
  const chosen = useSignal(first?.findingId ?? wholeRoom);
  // The pack holds ids as text; the event's own list has them by their type.
  const findingId: EntityId | undefined = view.fields.findings.find((id) => id === chosen.value);
  return (
    <>
      <p class="lead">{t("room.lead")}</p>
      <SelectField
        label={t("room.about")}
        value={chosen.value}
        options={[
          ...findings.map(({ findingId: value, statement }) => ({
            value,
            label: statement.text,
            lang: statement.lang,
          })),
          { value: wholeRoom, label: t("room.whole") },
        ]}
        onChange={(value) => {
          chosen.value = value;
        }}
      />
      <Section title={t("ideas.title")}>
        <IdeasPart key={chosen.value} context={context} findingId={findingId} />
      </Section>
      <Section title={t("commitments.title")}>
        <CommitmentsPart context={context} findingId={findingId} />
      </Section>
      <Section title={t("import.title")}>
        <ImportPart context={context} />
      </Section>
    </>
  );
};
