// The statement that the Finnish law on digital services asks for, with a feedback text that needs no server.
import { useEffect } from "preact/hooks";
import { LinkButton } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { TextArea } from "../../ui/field.tsx";
import { Message } from "../../ui/message.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { Busy } from "../../ui/progress.tsx";
import { useFormat, useT, useTexts } from "../../ui/use-texts.ts";
import { Shell } from "./shell.tsx";
import type { Statement, StatementModel } from "./statement.ts";

const conformityKeys = {
  full: "conformity.full",
  most: "conformity.most",
  none: "conformity.none",
  unknown: "conformity.unknown",
} as const;
const assessedKeys = { self: "dates.self", external: "dates.external" } as const;

/** A text of the statement in the language of now, else in Finnish. */
const useLocal = () => {
  const { code } = useTexts().spoken("a11y");
  return (texts: Readonly<Record<string, string>>): string => texts[code] ?? texts.fi ?? "";
};

export const AccessibilityScreen = ({ model }: { readonly model: StatementModel }) => {
  const t = useT("a11y");
  useEffect(() => void model.load(), [model]);
  const statement = model.statement.value;
  return (
    <Shell hasBack>
      <Page title={t("title")} namespace="a11y">
        {statement === "loading" && <Busy />}
        {statement === "unreadable" && <Message kind="warning">{t("unreadable")}</Message>}
        {typeof statement === "object" && (
          <>
            <Conformity statement={statement} />
            <Issues statement={statement} />
            <Feedback statement={statement} model={model} />
            <Authority statement={statement} />
          </>
        )}
      </Page>
    </Shell>
  );
};

type Part = { readonly statement: Statement };

const Conformity = ({ statement }: Part) => {
  const t = useT("a11y");
  const format = useFormat();
  const { organisation, made, updated, assessedBy } = statement;
  const dates = [
    made && t("dates.made", { date: format.longDay(made) }),
    updated && t("dates.updated", { date: format.longDay(updated) }),
  ].filter((date) => date !== null);
  return (
    <>
      <p>{organisation ? t("lead", { organisation }) : t("leadNobody")}</p>
      <Section title={t("conformity.title")}>
        <p>{t(conformityKeys[statement.conformity])}</p>
        <p>{t("law")}</p>
      </Section>
      <Section title={t("dates.title")}>
        {assessedBy && <p>{t(assessedKeys[assessedBy])}</p>}
        <p>{dates.length > 0 ? format.list(dates) : t("dates.undated")}</p>
      </Section>
    </>
  );
};

const Issues = ({ statement }: Part) => {
  const t = useT("a11y");
  const local = useLocal();
  return (
    <Section title={t("issues.title")}>
      {statement.issues.length === 0 && <p>{t("issues.none")}</p>}
      <ul class="ruled">
        {statement.issues.map(({ criterion, what, plan }) => (
          <li key={criterion + local(what)}>
            <p>{local(what)}</p>
            {plan && <p>{t("issues.plan", { plan: local(plan) })}</p>}
            <small>{t("issues.where", { criterion })}</small>
          </li>
        ))}
      </ul>
    </Section>
  );
};

const Feedback = ({ statement, model }: Part & { readonly model: StatementModel }) => {
  const t = useT("a11y");
  const { email, unit, phone } = statement;
  const body = encodeURIComponent(model.feedback.value);
  return (
    <Section title={t("feedback.title")}>
      <p>{t("feedback.body")}</p>
      <p>{unit ? t("feedback.to", { unit }) : t("feedback.nobody")}</p>
      {(email || phone) && (
        <p>
          {email && <bdi>{email}</bdi>} {phone && <bdi dir="ltr">{phone}</bdi>}
        </p>
      )}
      <TextArea
        label={t("feedback.label")}
        value={model.feedback.value}
        onInput={model.write}
        rows={4}
      />
      <div class="actions">
        {email && (
          <LinkButton href={`mailto:${email}?body=${body}`}>{t("feedback.email")}</LinkButton>
        )}
        <CopyButton text={model.feedback.value}>{t("feedback.copy")}</CopyButton>
      </div>
    </Section>
  );
};

const Authority = ({ statement }: Part) => {
  const t = useT("a11y");
  const local = useLocal();
  const { name, web, phone } = statement.authority;
  return (
    <Section title={t("authority.title")}>
      <p>{t("authority.body")}</p>
      <p>
        {local(name)}
        {web && (
          <>
            <br />
            <bdi dir="ltr">{web}</bdi>
          </>
        )}
        {phone && (
          <>
            <br />
            <bdi dir="ltr">{phone}</bdi>
          </>
        )}
      </p>
    </Section>
  );
};
