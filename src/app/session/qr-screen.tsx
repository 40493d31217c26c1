// The session's sealed bytes as codes on this screen, for a device that no network and no stick reaches.
import { useEffect, useMemo } from "preact/hooks";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Message, Status } from "../../ui/message.tsx";
import { Page } from "../../ui/page.tsx";
import { Busy } from "../../ui/progress.tsx";
import { useFormat, useT } from "../../ui/use-texts.ts";
import type { AppDeps } from "../deps.ts";
import type { OpenBox } from "../open-box.ts";
import { Shell } from "../shell/shell.tsx";
import { FrameShow } from "../transfer/frame-show.tsx";
import { FailureAlert } from "./failure-words.tsx";
import { createQrSendingModel, type QrParcel, type QrSendingModel } from "./qr-sending-model.ts";
import "./session.css";

export type QrScreenProps = { readonly deps: AppDeps; readonly box: OpenBox };

export const QrScreen = ({ deps, box }: QrScreenProps) => {
  const t = useT("transfer");
  const model = useMemo(() => createQrSendingModel(deps, box), [deps, box]);
  useEffect(() => void model.load("all"), [model]);
  const parcel = model.parcel.value;
  const failure = model.failure.value;
  return (
    <Shell>
      <Page title={t("send.title")} width="full" namespace="transfer">
        <FailureAlert error={failure} />
        {!parcel && !failure && <Busy />}
        {parcel && <Showing deps={deps} model={model} parcel={parcel} />}
        <LinkButton kind="quiet" href={`#/session/${box.box}/hand-over`}>
          {t("send.back")}
        </LinkButton>
      </Page>
    </Shell>
  );
};

const Showing = ({
  deps,
  model,
  parcel,
}: Pick<QrScreenProps, "deps"> & {
  readonly model: QrSendingModel;
  readonly parcel: QrParcel;
}) => {
  const t = useT("transfer");
  const format = useFormat();
  const { copy, notes, fresh } = parcel;
  const total = copy.digests.length;
  if (total === 0) {
    return (
      <Message>
        <p>{t("send.nothing")}</p>
      </Message>
    );
  }
  return (
    <FrameShow
      key={copy.digests.join()}
      deps={deps}
      payload={copy.bytes}
      lead={t("send.lead")}
      steps={[t("send.stepOpen"), t("send.stepRead"), t("send.stepHold")]}
      facts={[
        [t("send.notes"), format.number(notes)],
        [t("send.envelopes"), format.number(total)],
      ]}
    >
      <p>{t("send.check", { size: format.bytes(copy.bytes.length) })}</p>
      {model.isGiven.value ? (
        <Status>
          <p>{t("send.given")}</p>
        </Status>
      ) : (
        <div class="actions">
          <Button onClick={() => void model.give()}>{t("send.give")}</Button>
          {fresh > 0 && fresh < total && (
            <Button kind="quiet" onClick={() => void model.load("fresh")}>
              {t("send.onlyFresh", { count: fresh })}
            </Button>
          )}
        </div>
      )}
    </FrameShow>
  );
};
