// What was removed from this device, when and by which rule: to read, and to keep as a plain text file. No content.
import type { Key } from "../../i18n/resources.ts";
import { Button } from "../../ui/button.tsx";
import { Section } from "../../ui/page.tsx";
import { useFormat, useT } from "../../ui/use-texts.ts";
import { fileHost, saveFile } from "../session/save-file.ts";
import type { Certificate } from "./removal.ts";

const byKeys = {
  time: "keeping.byTime",
  hand: "keeping.byHand",
  forced: "keeping.byForce",
} as const satisfies Record<Certificate["by"], Key<"session">>;

export const CertificatePart = ({
  certificates,
}: {
  readonly certificates: readonly Certificate[];
}) => {
  const t = useT("session");
  const format = useFormat();
  const linesOf = (one: Certificate): readonly string[] => [
    t("keeping.removed", { time: format.dayTime(one.removedAt) }),
    t(byKeys[one.by]),
    t("keeping.removedWhat", { rows: one.rows, envelopes: one.envelopes }),
    t("home.added", { time: format.dayTime(one.addedAt) }),
    one.receiptedAt
      ? t("keeping.receipted", { time: format.dayTime(one.receiptedAt) })
      : t("keeping.notReceipted"),
    t("keeping.mark", { mark: one.box.slice(0, 8) }),
  ];
  const save = (one: Certificate) => {
    const text = `Kuuluu · ${t("keeping.certificate")}\n\n${linesOf(one).join("\n")}\n`;
    const bytes = new TextEncoder().encode(text);
    void saveFile(fileHost(), `kuuluu-${one.box.slice(0, 8)}-removed.txt`, bytes);
  };
  return (
    <Section title={t("keeping.certificate")}>
      {certificates.map((one) => (
        <div class="stack" key={`${one.box}${one.addedAt}`}>
          {linesOf(one).map((line) => (
            <p key={line}>{line}</p>
          ))}
          <div class="actions">
            <Button onClick={() => save(one)}>{t("keeping.saveCertificate")}</Button>
          </div>
        </div>
      ))}
    </Section>
  );
};
