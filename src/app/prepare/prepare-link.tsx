// For the coordinator: the link that every scribe gets a week before. It holds no secret and opens no session.
import { CopyButton } from "../../ui/copy-button.tsx";
import { Section } from "../../ui/page.tsx";
import { useT } from "../../ui/use-texts.ts";

export const PrepareLink = ({ baseUrl }: { readonly baseUrl: string }) => {
  const t = useT("prepare");
  const address = `${baseUrl}#/prepare`;
  return (
    <Section title={t("link.title")}>
      <p>{t("link.body")}</p>
      <p>
        <bdi dir="ltr">
          <a href="#/prepare">{address}</a>
        </bdi>
      </p>
      <div class="actions">
        <CopyButton text={address}>{t("link.copy")}</CopyButton>
      </div>
    </Section>
  );
};
