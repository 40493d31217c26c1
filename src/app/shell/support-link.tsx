// The way to the file for support, from wherever somebody looks for help.
import { LinkButton } from "../../ui/button.tsx";
import { useT } from "../../ui/use-texts.ts";

export const SupportLink = () => {
  const t = useT("support");
  return (
    <>
      <p>{t("link.body")}</p>
      <div class="actions">
        <LinkButton href="#/support">{t("title")}</LinkButton>
      </div>
    </>
  );
};
