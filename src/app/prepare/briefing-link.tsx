// The way to the briefing sheets, from help and from the desk.
import { LinkButton } from "../../ui/button.tsx";
import { Section } from "../../ui/page.tsx";
import { useT } from "../../ui/use-texts.ts";

export const BriefingLink = () => {
  const t = useT("briefing");
  return (
    <Section title={t("link.title")}>
      <p>{t("link.body")}</p>
      <div class="actions">
        <LinkButton href="#/briefing">{t("link.open")}</LinkButton>
      </div>
    </Section>
  );
};
