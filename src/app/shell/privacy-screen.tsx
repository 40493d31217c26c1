// What is on the device, who can read it, and, as plainly, what is not protected.
import { Page, Section } from "../../ui/page.tsx";
import { useT } from "../../ui/use-texts.ts";
import { Shell } from "./shell.tsx";

export const PrivacyScreen = () => {
  const t = useT("privacy");
  return (
    <Shell hasBack>
      <Page title={t("title")} lead={t("lead")} namespace="privacy">
        <Section title={t("names.title")}>
          <p>{t("names.body")}</p>
        </Section>
        <Section title={t("device.title")}>
          <p>{t("device.body")}</p>
          <p>{t("device.lock")}</p>
        </Section>
        <Section title={t("readers.title")}>
          <p>{t("readers.body")}</p>
        </Section>
        <Section title={t("leaves.title")}>
          <p>{t("leaves.body")}</p>
        </Section>
        <Section title={t("limits.title")}>
          <ul class="ruled">
            <li>{t("limits.device")}</li>
            <li>{t("limits.words")}</li>
            <li>{t("limits.keyboard")}</li>
            <li>{t("limits.link")}</li>
            <li>{t("limits.copies")}</li>
          </ul>
        </Section>
      </Page>
    </Shell>
  );
};
