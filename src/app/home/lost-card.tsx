// For a locked session whose card is gone: what its notes need is a way to the desk, not a key.
import { useSignal } from "@preact/signals";
import type { BoxId } from "../../domain/schema.ts";
import { Button } from "../../ui/button.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Status } from "../../ui/message.tsx";
import { useT } from "../../ui/use-texts.ts";
import type { AppDeps } from "../deps.ts";
import type { ToldError } from "../error-key.ts";
import { FailureAlert } from "../session/failure-words.tsx";
import { fileHost, saveFile } from "../session/save-file.ts";
import { makeRescueCopy } from "./rescue-copy.ts";

export const LostCard = (props: {
  readonly deps: Pick<AppDeps, "env" | "device">;
  readonly box: BoxId;
}) => {
  const t = useT("session");
  const busy = useSignal(false);
  const failure = useSignal<ToldError | undefined>(undefined);
  const saved = useSignal(false);
  const save = async () => {
    if (busy.value) return;
    busy.value = true;
    const copy = await makeRescueCopy(props.deps, props.box);
    failure.value = copy.ok ? undefined : copy.error;
    if (copy.ok) {
      const outcome = await saveFile(fileHost(), copy.value.name, copy.value.bytes);
      saved.value = outcome !== "cancelled";
    }
    busy.value = false;
  };
  return (
    <Disclosure summary={t("home.lostCard")}>
      <p>{t("home.lostCardBody")}</p>
      <FailureAlert error={failure.value} />
      <Button busy={busy.value && t("home.lostCardSaving")} onClick={() => void save()}>
        {t("home.lostCardSave")}
      </Button>
      {saved.value && (
        <Status>
          <p>{t("home.lostCardSaved")}</p>
        </Status>
      )}
    </Disclosure>
  );
};
