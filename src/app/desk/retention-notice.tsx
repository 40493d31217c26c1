// On the desk's first page: which round's time is near or up. Nothing is removed here; it only says so, and where.

import { LinkButton } from "../../ui/button.tsx";
import { Message } from "../../ui/message.tsx";
import { useLive } from "../../ui/use-live.ts";
import { useFormat, useT } from "../../ui/use-texts.ts";
import type { DeskScreenProps } from "./desk-context.ts";
import { listRemovals } from "./removals.ts";
import { listRoundTimes, type RoundTime } from "./retention.ts";

export const RetentionNotice = ({ deps, desk }: DeskScreenProps) => {
  const records = useLive(desk.records.watch).value ?? [];
  const cleared = new Map(
    listRemovals(records, desk.box)
      .filter(({ record }) => record.from === "hub")
      .map(({ record }) => [record.roundId, Date.parse(record.removedAt)]),
  );
  const wantsHub = ({ roundId, hub, from }: RoundTime) =>
    desk.facts().hasHub && hub.state !== "running" && (cleared.get(roundId) ?? 0) < from;
  const times = listRoundTimes(records, deps.env.now()).filter(
    (time) => time.desk.state !== "running" || wantsHub(time),
  );
  return (
    <>
      {times.map((time) => (
        <Notice key={time.roundId} time={time} isHub={time.desk.state === "running"} />
      ))}
    </>
  );
};

const Notice = ({ time, isHub }: { readonly time: RoundTime; readonly isHub: boolean }) => {
  const t = useT("safety");
  const format = useFormat();
  const { due, state } = isHub ? time.hub : time.desk;
  const words = { round: time.name, day: format.longDay(due) };
  const text =
    state === "due"
      ? t(isHub ? "keeping.hubIsDue" : "keeping.deskIsDue", words)
      : t(isHub ? "keeping.hubSoon" : "keeping.deskSoon", words);
  return (
    <Message
      kind="warning"
      actions={
        <LinkButton href={`#/desk/retention/${time.roundId}`}>{t("keeping.open")}</LinkButton>
      }
    >
      <p>{text}</p>
    </Message>
  );
};
