// Says at every moment that this is practice: invented people, and nothing leaves.
import { useT } from "../../ui/use-texts.ts";
import "./demo-banner.css";

export const DemoBanner = () => {
  const t = useT("common");
  return (
    <aside class="demo-banner">
      <p>{t("demo.notice")}</p>
      <a href="./">{t("demo.leave")}</a>
    </aside>
  );
};
