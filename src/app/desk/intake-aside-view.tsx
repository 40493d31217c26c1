// What lies set aside, by what would help: nothing of it is lost, and another try needs no file.
import { groupBy } from "../../base/group.ts";
import { Button } from "../../ui/button.tsx";
import { Section } from "../../ui/page.tsx";
import { useT } from "../../ui/use-texts.ts";
import { rawKept } from "./intake-import.ts";
import type { IntakeModel } from "./intake-model.ts";

type Remedy = "card" | "void" | "update" | "foreign" | "maker" | "raw" | "damaged";

/** Any other reason, also one of another version of the app, is a delivery that did not arrive as it was made. */
const remedies: Readonly<Record<string, Remedy>> = {
  "card-unknown": "card",
  "card-void": "void",
  "newer-version": "update",
  "record-newer": "update",
  "not-for-us": "foreign",
  "proof-invalid": "maker",
  "signature-invalid": "maker",
  "hostile-keys": "maker",
  [rawKept]: "raw",
};
const order: readonly Remedy[] = ["void", "card", "update", "raw", "damaged", "foreign", "maker"];

const whatKeys = {
  card: "setAside.card",
  void: "setAside.void",
  update: "setAside.update",
  foreign: "setAside.foreign",
  maker: "setAside.maker",
  raw: "setAside.raw",
  damaged: "setAside.damaged",
} as const;
const helpKeys = {
  card: "setAside.cardHelp",
  void: "setAside.voidHelp",
  update: "setAside.updateHelp",
  foreign: "setAside.foreignHelp",
  maker: "setAside.makerHelp",
  raw: "setAside.rawHelp",
  damaged: "setAside.damagedHelp",
} as const;

export const SetAsideList = (props: {
  readonly model: IntakeModel;
  /** Nothing else is under way. */
  readonly isFree: boolean;
}) => {
  const t = useT("intake");
  const { model, isFree } = props;
  const list = model.quarantined.value;
  if (list.length === 0) return null;
  const groups = groupBy(list, ({ reason }) => remedies[reason] ?? "damaged");
  return (
    <Section title={t("setAside.title")}>
      <p>{t("setAside.body")}</p>
      <ul class="ruled">
        {order.flatMap((remedy) => {
          const count = (groups.get(remedy) ?? []).reduce((sum, each) => sum + each.deliveries, 0);
          if (count === 0) return [];
          return [
            <li key={remedy}>
              {t("setAside.line", { count })}: {t(whatKeys[remedy])}
              <p class="muted">
                {t(helpKeys[remedy])}
                {remedy === "void" && (
                  <>
                    {" "}
                    <a href="#/desk/sessions">{t("setAside.toSessions")}</a>
                  </>
                )}
              </p>
            </li>,
          ];
        })}
      </ul>
      {isFree && <Button onClick={() => void model.tryAgain()}>{t("setAside.again")}</Button>}
    </Section>
  );
};
