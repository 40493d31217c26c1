// How it stands with what was written and what was sent, in words. Never a colour or a sign alone.
import { type ReadonlySignal, useSignal, useSignalEffect } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { useAnnounce } from "../../ui/announcer.tsx";
import { useFormat, useT, useTexts } from "../../ui/use-texts.ts";
import type { Courier } from "../courier-port.ts";
import { errorText } from "../error-key.ts";
import type { WriteError } from "../record-writer.ts";
import type { SaveStatus } from "./capture-core.ts";

/** What happened, what is safe, what to do next; in English where a draft language lacks the words. */
export const FailureText = ({ error }: { readonly error: WriteError["type"] }) => {
  const t = useT("scribe");
  const tErrors = useT("errors");
  const { code, dir } = useTexts().spoken("errors");
  if (error === "record-invalid") return <p>{t("dock.long")}</p>;
  return (
    <p lang={code} dir={dir}>
      {errorText(tErrors, { type: error })}
    </p>
  );
};

export const SavedState = (props: { readonly status: ReadonlySignal<SaveStatus> }) => {
  const t = useT("scribe");
  const tCommon = useT("common");
  const format = useFormat();
  const announce = useAnnounce();
  useSignalEffect(() => {
    const status = props.status.value;
    if (status.state === "saved")
      announce(tCommon("state.saved", { time: format.time(status.at) }));
  });
  const status = props.status.value;
  switch (status.state) {
    case "empty":
      return <p class="head-state">{t("head.ready")}</p>;
    case "saving":
      return <p class="head-state">{tCommon("state.saving")}</p>;
    case "kept":
      return <p class="head-state">{t("head.kept", { time: format.time(status.at) })}</p>;
    case "saved":
      return (
        <p class="head-state head-saved">
          <span aria-hidden="true">✓ </span>
          {tCommon("state.saved", { time: format.time(status.at) })}
        </p>
      );
    case "failed":
      return (
        <p class="head-state head-failed">
          <span aria-hidden="true">! </span>
          {t("head.failed")}
        </p>
      );
  }
};

/** `navigator.onLine` is a hint: only its "no" is to be believed. */
const useOffline = () => {
  const isOffline = useSignal(navigator.onLine === false);
  useEffect(() => {
    const follow = () => {
      isOffline.value = navigator.onLine === false;
    };
    window.addEventListener("online", follow);
    window.addEventListener("offline", follow);
    return () => {
      window.removeEventListener("online", follow);
      window.removeEventListener("offline", follow);
    };
  }, [isOffline]);
  return isOffline.value;
};

export const SentState = ({ courier }: { readonly courier: Courier }) => {
  const t = useT("scribe");
  const format = useFormat();
  const isOffline = useOffline();
  const { activity, failure, lastSuccessAt } = courier.state.value;
  const words = () => {
    if (activity === "sending") return t("net.sending");
    if (isOffline || failure === "hub-unreachable") return t("net.offline");
    if (activity === "waiting" || failure !== undefined) return t("net.waiting");
    if (lastSuccessAt !== undefined) return t("net.sent", { time: format.time(lastSuccessAt) });
    return t("net.alone");
  };
  return <p class="head-state head-net">{words()}</p>;
};
