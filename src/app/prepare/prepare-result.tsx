// One result for all steps: ready, or what is wrong and what is left to do, by name.
import type { StoreError } from "../../storage/ports.ts";
import { LinkButton } from "../../ui/button.tsx";
import { Alert, Message, Status } from "../../ui/message.tsx";
import { Section } from "../../ui/page.tsx";
import { useT } from "../../ui/use-texts.ts";
import { errorText } from "../error-key.ts";
import { prepareSteps, type Readiness, type StepVerdict } from "./readiness.ts";

const names = {
  browser: "step.browser",
  storage: "step.storage",
  install: "install.name",
  files: "files.name",
  camera: "camera.name",
  practice: "practice.name",
} as const;

export const PrepareResult = (props: {
  readonly readiness: Readiness;
  readonly failure: StoreError | undefined;
}) => {
  const t = useT("prepare");
  const errors = useT("errors");
  const { readiness, failure } = props;
  const { result, steps } = readiness;
  const List = ({ verdict }: { readonly verdict: StepVerdict }) => (
    <ul>
      {prepareSteps
        .filter((step) => steps[step] === verdict)
        .map((step) => (
          <li key={step}>{t(names[step])}</li>
        ))}
    </ul>
  );
  return (
    <Section title={t("result.title")}>
      {failure && (
        <Alert>
          <p>{errorText(errors, failure)}</p>
        </Alert>
      )}
      {result === "problem" && (
        <Alert>
          <p>{t("result.problem")}</p>
          <List verdict="problem" />
        </Alert>
      )}
      {result === "todo" && (
        <Message>
          <p>{t("result.todo")}</p>
          <List verdict="todo" />
        </Message>
      )}
      {result === "almost" && (
        <Status kind="info">
          <p>{t("result.almost")}</p>
        </Status>
      )}
      {result === "ready" && (
        <Status
          title={t("result.ready")}
          actions={
            <LinkButton kind="primary" href="#/">
              {t("result.home")}
            </LinkButton>
          }
        >
          <p>{t("result.readyBody")}</p>
        </Status>
      )}
      {(result === "ready" || result === "almost") && <p>{t("result.next")}</p>}
    </Section>
  );
};
