// Where the notes are: on this device, on their way, at the receiver; why they wait and when the next try is.
import { Button } from "../../ui/button.tsx";
import { Section } from "../../ui/page.tsx";
import { useFormat, useT } from "../../ui/use-texts.ts";
import type { Courier } from "../courier-port.ts";
import { FailureWords } from "./failure-words.tsx";
import type { HandOverModel, HandOverView } from "./hand-over-model.ts";

type Props = {
  readonly model: HandOverModel;
  readonly view: HandOverView;
  readonly courier: Courier;
};

export const TransferPart = ({ model, view, courier }: Props) => {
  const t = useT("session");
  const format = useFormat();
  const { activity, failure, nextTryAt } = courier.state.value;
  const isSending = activity === "sending" || model.work.value === "sending";
  return (
    <Section title={t("handOver.way")}>
      <Places view={view} />
      <div role="status" class="stack">
        {failure && <FailureWords error={{ type: failure }} />}
        {activity === "waiting" && nextTryAt !== undefined && (
          <p>{t("handOver.nextTry", { time: format.time(nextTryAt) })}</p>
        )}
      </div>
      <div class="actions">
        <Button busy={isSending && t("handOver.sending")} onClick={() => void model.sendNow()}>
          {t("handOver.tryNow")}
        </Button>
      </div>
    </Section>
  );
};

const Places = ({ view }: Pick<Props, "view">) => {
  const t = useT("session");
  const format = useFormat();
  const { dispatch, notes, receiver } = view;
  const { waiting, unbundled, lastSentAt, release } = dispatch;
  const left = () => {
    if (lastSentAt === undefined) return t("handOver.leftNone");
    const time = format.dayTime(lastSentAt);
    return waiting + unbundled === 0
      ? t("handOver.leftAll", { time })
      : t("handOver.leftSome", { time });
  };
  const there = release?.arrivedAt
    ? t("handOver.thereSince", {
        receiver: receiver?.name ?? "",
        time: format.dayTime(release.arrivedAt),
      })
    : t("handOver.thereNot");
  return (
    <dl class="facts">
      <div>
        <dt>{t("handOver.here")}</dt>
        <dd>{t("home.notes", { count: notes })}</dd>
      </div>
      <div>
        <dt>{t("handOver.left")}</dt>
        <dd>
          <p>{left()}</p>
          {waiting > 0 && <p>{t("home.waiting", { count: waiting })}</p>}
        </dd>
      </div>
      <div>
        <dt>{t("handOver.there")}</dt>
        <dd>{there}</dd>
      </div>
    </dl>
  );
};
