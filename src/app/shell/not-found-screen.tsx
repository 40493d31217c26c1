// An address without a page: half a link, or one from another version.
import { LinkButton } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { useT } from "../../ui/use-texts.ts";
import { Shell } from "./shell.tsx";

export const NotFoundScreen = () => {
  const t = useT("common");
  return (
    <Shell>
      <Page title={t("page.notFoundTitle")}>
        <p>{t("page.notFoundBody")}</p>
        <LinkButton href="#/" kind="primary">
          {t("page.toStart")}
        </LinkButton>
      </Page>
    </Shell>
  );
};
