// Papers of a session or of a whole round. The sheets are not even in the page while something keeps them from printing,
// so the browser's own print command finds nothing either.
import { useSignal } from "@preact/signals";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { SelectField } from "../../ui/field.tsx";
import { Page } from "../../ui/page.tsx";
import { useT } from "../../ui/use-texts.ts";
import { CardPages } from "./card-pages.tsx";
import type { DeskScreenProps } from "./desk-context.ts";
import { GapList } from "./gap-list.tsx";
import { GuideSheets } from "./guide-sheet.tsx";
import { ProofNotice } from "./home-notices.tsx";
import { findObstacle, findTarget, type PrintTarget } from "./print-model.ts";

type What = "cards" | "guide";

export const PrintScreen = (
  props: DeskScreenProps & { readonly what: What; readonly id: string },
) => {
  const t = useT("desk");
  const { desk, state, what, id } = props;
  const accepted = useSignal(false);
  const target = findTarget(state, id);
  const obstacle = findObstacle(target, desk.facts().recoveryProven);
  const title = t(what === "cards" ? "print.cards" : "print.guides");
  const back = target ? `#/desk/sessions/${target.round.roundId}` : "#/desk/sessions";

  if (obstacle?.type === "unproven") {
    return (
      <Page title={title} namespace="desk">
        <ProofNotice {...props} />
        <LinkButton href={back}>{t("print.back")}</LinkButton>
      </Page>
    );
  }
  if (!target || !state.runs || obstacle?.type === "nothing") {
    return (
      <Page title={title} namespace="desk">
        <Empty
          title={t("print.nothing")}
          actions={<LinkButton href={back}>{t("print.back")}</LinkButton>}
        >
          <p>{t("print.nothingBody")}</p>
        </Empty>
      </Page>
    );
  }
  if (obstacle && !accepted.value) {
    return (
      <Page title={title} namespace="desk">
        <GapList gaps={obstacle.gaps} wordless={obstacle.wordless} round={target.round} />
        <div class="actions">
          <Button
            kind="primary"
            onClick={() => {
              accepted.value = true;
            }}
          >
            {t("print.anyway")}
          </Button>
          <LinkButton href={back}>{t("print.back")}</LinkButton>
        </div>
      </Page>
    );
  }
  return <Sheets {...props} title={title} target={target} back={back} />;
};

const copyCounts = ["1", "2", "4"] as const;

const Sheets = (
  props: DeskScreenProps & {
    readonly what: What;
    readonly title: string;
    readonly target: PrintTarget;
    readonly back: string;
  },
) => {
  const t = useT("desk");
  const { what, title, target, back } = props;
  const copies = useSignal("2");
  return (
    <Page title={title} width="full" namespace="desk">
      <div class="screen-only stack form">
        <p>
          {what === "cards"
            ? t("print.cardsBody", { count: target.sessions.length })
            : t("print.guidesBody", { count: target.sessions.length })}
        </p>
        {what === "cards" && (
          <SelectField
            label={t("print.copies")}
            hint={t("print.copiesHint")}
            value={copies.value}
            options={copyCounts.map((value) => ({ value, label: value }))}
            onChange={(next) => {
              copies.value = next;
            }}
          />
        )}
        <div class="actions">
          <Button kind="primary" onClick={() => window.print()}>
            {t("print.print")}
          </Button>
          <LinkButton href={back}>{t("print.back")}</LinkButton>
        </div>
      </div>
      {what === "cards" ? (
        <CardPages {...props} copies={Number(copies.value)} />
      ) : (
        <GuideSheets {...props} />
      )}
    </Page>
  );
};
