// The last things: the same bytes as a file or as codes on the screen, and locking the device when one leaves it.
import { useSignal } from "@preact/signals";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Status } from "../../ui/message.tsx";
import { Section } from "../../ui/page.tsx";
import { useT } from "../../ui/use-texts.ts";
import type { HandOverModel } from "./hand-over-model.ts";
import { fileHost, saveFile } from "./save-file.ts";

type Props = { readonly model: HandOverModel; readonly isNext: boolean };

export const CopyPart = ({ model, isNext }: Props) => {
  const t = useT("session");
  const saved = useSignal<{ readonly name: string; readonly isKept: boolean } | undefined>(
    undefined,
  );
  const save = async () => {
    const copy = await model.copy();
    if (!copy) return;
    const outcome = await saveFile(fileHost(), copy.name, copy.bytes);
    saved.value = { name: copy.name, isKept: outcome !== "cancelled" };
    if (outcome !== "cancelled") await model.noteCopied(copy);
  };
  return (
    <Section title={t("handOver.copyTitle")}>
      <p>{t("handOver.copyBody")}</p>
      {saved.value && (
        <Status kind={saved.value.isKept ? "ok" : "info"}>
          <p>
            {saved.value.isKept
              ? t("handOver.copySaved", { name: saved.value.name })
              : t("handOver.copyCancelled")}
          </p>
        </Status>
      )}
      <div class="actions">
        <Button
          kind={isNext ? "primary" : "plain"}
          busy={model.work.value === "copying" && t("handOver.copying")}
          onClick={() => void save()}
        >
          {t("handOver.copyTitle")}
        </Button>
      </div>
    </Section>
  );
};

/** After the file, which is quicker and needs nobody to hold a camera. */
export const QrPart = ({ href }: { readonly href: string }) => {
  const t = useT("transfer");
  return (
    <Section title={t("offer.title")}>
      <p>{t("offer.body")}</p>
      <div class="actions">
        <LinkButton href={href}>{t("offer.open")}</LinkButton>
      </div>
    </Section>
  );
};

export const LockPart = ({ model, isNext }: Props) => {
  const t = useT("session");
  const lock = async () => {
    if (await model.lock()) location.hash = "#/";
  };
  return (
    <Section title={t("handOver.lockTitle")}>
      <p>{t("handOver.lockBody")}</p>
      <div class="actions">
        <Button
          kind={isNext ? "primary" : "plain"}
          busy={model.work.value === "locking" && t("handOver.locking")}
          onClick={() => void lock()}
        >
          {model.lockWouldStrand.value ? t("handOver.anyway") : t("handOver.lock")}
        </Button>
      </div>
    </Section>
  );
};
