// To be filled: the branch that builds this area replaces the file.
import { Page } from "../../../ui/page.tsx";
import { useT } from "../../../ui/use-texts.ts";
import type { AreaProps } from "../desk-context.ts";

export const MeasuresArea = ({ path }: AreaProps) => {
  const t = useT("measures");
  return (
    <Page title={t("title")} namespace="measures">
      <p>{path.join("/")}</p>
    </Page>
  );
};
