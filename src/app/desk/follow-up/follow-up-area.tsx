// To be filled: the branch that builds this area replaces the file.
import { Page } from "../../../ui/page.tsx";
import { useT } from "../../../ui/use-texts.ts";
import type { AreaProps } from "../desk-context.ts";

export const FollowUpArea = ({ path }: AreaProps) => {
  const t = useT("followUp");
  return (
    <Page title={t("title")} namespace="followUp">
      <p>{path.join("/")}</p>
    </Page>
  );
};
