// What stands in place of notes and numbers before the first release is in.
import { LinkButton } from "../../../ui/button.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { useT } from "../../../ui/use-texts.ts";

export const NoNotes = () => {
  const t = useT("reading");
  return (
    <Empty
      title={t("notes.empty")}
      actions={<LinkButton href="#/desk/intake">{t("notes.toIntake")}</LinkButton>}
    >
      <p>{t("notes.emptyBody")}</p>
    </Empty>
  );
};
