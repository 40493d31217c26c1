// The closing step: names the receiver, shows what would go, and says honestly that nobody has reviewed it.
import type { ReleaseBody } from "../../domain/release.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Message, Status } from "../../ui/message.tsx";
import { Section } from "../../ui/page.tsx";
import { useFormat, useT } from "../../ui/use-texts.ts";
import type { HandOverModel, HandOverView } from "./hand-over-model.ts";

type Props = { readonly model: HandOverModel; readonly view: HandOverView };

export const ClosingPart = ({ model, view }: Props) => {
  const t = useT("session");
  const { receiver, offer, preview, dispatch } = view;
  const isMunicipality = receiver?.operator === "municipality";
  const isDone = dispatch.release !== undefined && dispatch.newer === 0;
  return (
    <Section title={t("handOver.counts")}>
      {receiver && (
        <p>
          {isMunicipality
            ? t("handOver.receiverMunicipality", { name: receiver.name })
            : t("handOver.receiverNgo", { name: receiver.name })}
        </p>
      )}
      {!receiver && (
        <Message
          kind="warning"
          actions={
            offer ? (
              <Button onClick={() => void model.adopt(offer)}>{t("compare.match")}</Button>
            ) : (
              <LinkButton href="#/join">{t("start.scanCard")}</LinkButton>
            )
          }
        >
          <p>{t("handOver.noReceiver")}</p>
          {offer && (
            <p>
              {offer.card.desk.name} ·{" "}
              <bdi dir="ltr" class="fingerprint">
                {offer.fingerprint}
              </bdi>
            </p>
          )}
        </Message>
      )}
      {preview?.ok && <Counts body={preview.value} />}
      {preview && !preview.ok && preview.error.type === "release-empty" && (
        <p>{t("handOver.empty")}</p>
      )}
      {preview && !preview.ok && preview.error.type === "release-unreviewed" && (
        <p>{t("handOver.reviewFirst", { count: preview.error.waiting })}</p>
      )}
      <ReleaseState view={view} />
      {receiver && preview?.ok && (
        <div class="actions">
          <Button
            kind={isDone ? "plain" : "primary"}
            busy={model.work.value === "closing" && t("handOver.closing")}
            onClick={() => void model.close()}
          >
            {isMunicipality ? t("handOver.closeMunicipality") : t("handOver.closeNgo")}
          </Button>
        </div>
      )}
    </Section>
  );
};

const Counts = ({ body }: { readonly body: ReleaseBody }) => {
  const t = useT("session");
  const { counts } = body;
  const lines = [
    [t("handOver.released"), counts.released],
    [t("handOver.written"), counts.written],
    [t("handOver.struck"), counts.struck],
    [t("handOver.untagged"), counts.untagged],
    [t("handOver.untranslated"), counts.untranslated],
    [t("handOver.heldBack"), counts.heldBack],
    [t("handOver.returned"), counts.returned],
  ] as const;
  return (
    <>
      <dl class="counts">
        {lines
          .filter(([, count], index) => index < 2 || count > 0)
          .map(([label, count]) => (
            <div key={label} class="count-line">
              <dt>{label}</dt>
              <dd>{count}</dd>
            </div>
          ))}
      </dl>
      {!body.reviewed && <p>{t("handOver.unreviewed")}</p>}
      {!body.noticeRead && <p>{t("handOver.noticeUnread")}</p>}
    </>
  );
};

const ReleaseState = ({ view }: { readonly view: HandOverView }) => {
  const t = useT("session");
  const format = useFormat();
  const { release, newer } = view.dispatch;
  if (!release) return null;
  const receiver = view.receiver?.name ?? "";
  const { arrivedAt, sentAt, filedAt } = release;
  return (
    <Status>
      {arrivedAt && <p>{t("handOver.arrived", { receiver, time: format.dayTime(arrivedAt) })}</p>}
      {!arrivedAt && sentAt && (
        <p>{t("handOver.sent", { receiver, time: format.dayTime(sentAt) })}</p>
      )}
      {!arrivedAt && !sentAt && <p>{t("handOver.waiting")}</p>}
      {!arrivedAt && filedAt && <p>{t("handOver.filed", { time: format.dayTime(filedAt) })}</p>}
      {newer > 0 && <p>{t("handOver.newer", { count: newer })}</p>}
    </Status>
  );
};
