// Help in the same place everywhere and without a network: writing, keys, handing over, trouble, accessibility.
import { Page, Section } from "../../ui/page.tsx";
import { Table } from "../../ui/table.tsx";
import { useT } from "../../ui/use-texts.ts";
import { BriefingLink } from "../prepare/briefing-link.tsx";
import { Shell } from "./shell.tsx";
import { SupportLink } from "./support-link.tsx";

const keys = [
  { keys: ["Enter"], what: "keys.record" },
  { keys: ["Shift", "Enter"], what: "keys.newLine" },
  { keys: ["Alt", "1…4"], what: "keys.dimensions" },
  { keys: ["Alt", "S"], what: "keys.star" },
  { keys: ["Alt", "↑"], what: "keys.edit" },
  { keys: ["Alt", "N"], what: "keys.phase" },
  { keys: ["Alt", "Z"], what: "keys.undo" },
  { keys: ["Esc"], what: "keys.close" },
] as const;

const Keys = ({ names }: { readonly names: readonly string[] }) => (
  <span dir="ltr">
    {names.map((name, at) => (
      <>
        {at > 0 && " + "}
        <kbd>{name}</kbd>
      </>
    ))}
  </span>
);

export const HelpScreen = () => {
  const t = useT("help");
  return (
    <Shell hasBack>
      <Page title={t("title")} lead={t("lead")} namespace="help">
        <Section title={t("writing.title")}>
          <p>{t("writing.body")}</p>
          <Table
            caption={t("keys.title")}
            rows={keys}
            rowKey={(row) => row.what}
            columns={[
              { id: "key", label: t("keys.key"), cell: (row) => <Keys names={row.keys} /> },
              { id: "what", label: t("keys.what"), cell: (row) => t(row.what) },
            ]}
          />
        </Section>
        <Section title={t("offline.title")}>
          <p>{t("offline.body")}</p>
        </Section>
        <Section title={t("handOver.title")}>
          <p>{t("handOver.body")}</p>
        </Section>
        <Section title={t("trouble.title")}>
          <ul class="ruled">
            <li>{t("trouble.full")}</li>
            <li>{t("trouble.card")}</li>
            <li>{t("trouble.wrong")}</li>
            <li>{t("trouble.wrongName")}</li>
          </ul>
          <SupportLink />
        </Section>
        <BriefingLink />
        <Section title={t("access.title")}>
          <ul class="ruled">
            <li>{t("access.keyboard")}</li>
            <li>{t("access.reader")}</li>
            <li>{t("access.zoom")}</li>
            <li>{t("access.contrast")}</li>
            <li>{t("access.motion")}</li>
          </ul>
        </Section>
      </Page>
    </Shell>
  );
};
