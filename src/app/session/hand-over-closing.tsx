// The closing step: shows what would go, and says honestly that nobody has reviewed it.
import type { ReleaseBody } from "../../domain/release.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Message, Status } from "../../ui/message.tsx";
import { Section } from "../../ui/page.tsx";
import { useFormat, useT } from "../../ui/use-texts.ts";
import type { HandOverModel, HandOverView } from "./hand-over-model.ts";
import { HintedPart } from "./hinted-part.tsx";
import type { NextStep } from "./next-step.ts";

type Props = {
  readonly model: HandOverModel;
  readonly view: HandOverView;
  readonly next: NextStep | undefined;
  /** Where the addresses of the session begin. */
  readonly address: string;
};

export const ClosingPart = ({ model, view, next, address }: Props) => {
  const t = useT("session");
  const { receiver, preview, dispatch } = view;
  return (
    <Section title={t("handOver.counts")}>
      {!receiver && <NoReceiver model={model} view={view} />}
      {preview?.ok && <Counts body={preview.value} />}
      {preview && !preview.ok && preview.error.type === "release-empty" && (
        <p>{t("handOver.empty")}</p>
      )}
      {preview && !preview.ok && preview.error.type === "release-unreviewed" && (
        <p>{t("handOver.reviewFirst", { count: preview.error.waiting })}</p>
      )}
      {view.notes > 0 && <Unfinished view={view} href={`${address}/debrief`} />}
      {view.notes > 0 && (
        <HintedPart notes={view.hinted} writeHref={`${address}/write`} onDismiss={model.dismiss} />
      )}
      <ReleaseState view={view} />
      <div class="actions">
        {next === "close" && (
          <Button
            kind="primary"
            busy={model.work.value === "closing" && t("handOver.closing")}
            onClick={() => void model.close()}
          >
            {dispatch.release
              ? t("handOver.again")
              : receiver?.operator === "municipality"
                ? t("handOver.closeMunicipality")
                : t("handOver.closeNgo")}
          </Button>
        )}
        <LinkButton href={`${address}/write`}>{t("handOver.write")}</LinkButton>
      </div>
      {dispatch.release && <p class="muted">{t("handOver.afterBody")}</p>}
    </Section>
  );
};

const NoReceiver = ({ model, view: { offer } }: Pick<Props, "model" | "view">) => {
  const t = useT("session");
  return (
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
  );
};

const Counts = ({ body }: { readonly body: ReleaseBody }) => {
  const t = useT("session");
  const { counts } = body;
  const lines = [
    [t("handOver.written"), counts.written],
    [t("handOver.released"), counts.released],
    [t("handOver.approvedOneByOne"), counts.approvedOneByOne],
    [t("handOver.approvedTogether"), counts.approvedTogether],
    [t("handOver.changedInReview"), counts.changedInReview],
    [t("handOver.struck"), counts.struck],
    [t("handOver.heldBack"), counts.heldBack],
    [t("handOver.returned"), counts.returned],
    [t("handOver.untagged"), counts.untagged],
    [t("handOver.untranslated"), counts.untranslated],
  ] as const;
  return (
    <>
      <dl class="facts counts">
        {lines
          .filter(([, count], index) => index < 2 || count > 0)
          .map(([label, count]) => (
            <div key={label}>
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

/** Advice before the closing step, never a gate. */
const Unfinished = (props: { readonly view: HandOverView; readonly href: string }) => {
  const t = useT("session");
  const { unfinished, untagged } = props.view.toFinish;
  const isDone = unfinished + untagged === 0;
  return (
    <p>
      {isDone ? t("handOver.debriefDone") : t("handOver.debrief", { unfinished, untagged })}{" "}
      <a href={props.href}>{t("handOver.debriefOpen")}</a>
    </p>
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
    <Status kind={newer > 0 ? "warning" : "ok"}>
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
