// To be filled: the branch that builds this area replaces the file.
import { Page } from "../../../ui/page.tsx";
import { useT } from "../../../ui/use-texts.ts";
import type { AreaProps } from "../desk-context.ts";

export const ThreadArea = ({ path }: AreaProps) => {
  const t = useT("thread");
  return (
    <Page title={t("title")} namespace="thread">
      <p>{path.join("/")}</p>
    </Page>
  );
};
