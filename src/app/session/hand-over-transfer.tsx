// What has left this device: counts, the last success, why it waits and when the next try is.
import { Button } from "../../ui/button.tsx";
import { Section } from "../../ui/page.tsx";
import { useFormat, useT } from "../../ui/use-texts.ts";
import type { Courier } from "../courier-port.ts";
import { errorText } from "../error-key.ts";
import type { HandOverModel, HandOverView } from "./hand-over-model.ts";

type Props = {
  readonly model: HandOverModel;
  readonly view: HandOverView;
  readonly courier: Courier;
};

export const TransferPart = ({ model, view, courier }: Props) => {
  const t = useT("session");
  const errors = useT("errors");
  const format = useFormat();
  const { dispatch, notes } = view;
  const { activity, failure, nextTryAt } = courier.state.value;
  const isSending = activity === "sending" || model.work.value === "sending";
  const lines = [
    [t("handOver.notes"), notes],
    [t("handOver.transfers"), dispatch.envelopes],
    [t("handOver.transfersSent"), dispatch.sent],
    [t("handOver.unpacked"), dispatch.unbundled],
  ] as const;
  return (
    <Section title={t("handOver.way")}>
      <dl class="counts">
        {lines.map(([label, count]) => (
          <div key={label} class="count-line">
            <dt>{label}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      <p role="status">
        {dispatch.lastSentAt
          ? t("handOver.lastSent", { time: format.dayTime(dispatch.lastSentAt) })
          : t("handOver.nothingSent")}{" "}
        {dispatch.envelopes > 0 && dispatch.waiting === 0 && t("handOver.sentAll")}
      </p>
      {failure && <p>{errorText(errors, { type: failure })}</p>}
      {activity === "waiting" && nextTryAt !== undefined && (
        <p>{t("handOver.nextTry", { time: format.time(nextTryAt) })}</p>
      )}
      <div class="actions">
        <Button busy={isSending && t("handOver.sending")} onClick={() => void model.sendNow()}>
          {t("handOver.tryNow")}
        </Button>
      </div>
    </Section>
  );
};
