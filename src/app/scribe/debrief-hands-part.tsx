// Hands for one statement a dimension, where the table wants to: optional, folded away, and told for what it is.
import { closingStatements } from "../../domain/hands.ts";
import type { Tag } from "../../domain/schema.ts";
import { Button } from "../../ui/button.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { TextField } from "../../ui/field.tsx";
import { useT } from "../../ui/use-texts.ts";
import { chooseText } from "../session/session-contents.ts";
import { useDebrief } from "./debrief-context.ts";
import { answers } from "./debrief-hands.ts";

const labels = {
  agree: "hands.agree",
  disagree: "hands.disagree",
  unsure: "hands.unsure",
} as const;

export const DebriefHandsPart = () => {
  const { codebook, isSubstitute, model } = useDebrief();
  const t = useT("debrief");
  const statements = closingStatements(codebook);
  // With another codebook than the session's own the release would name statements that were never read out.
  if (isSubstitute || statements.length === 0) return null;
  if (model.log.state.value !== "ready") return null;
  return (
    <Disclosure summary={t("hands.title")}>
      <div class="stack">
        <p>{t("hands.body")}</p>
        {statements.map(({ id, indicator }) => (
          <Statement key={id} id={id} indicator={indicator} />
        ))}
      </div>
    </Disclosure>
  );
};

const Statement = (props: {
  readonly id: Tag;
  readonly indicator: Parameters<typeof chooseText>[0];
}) => {
  const { model, lang } = useDebrief();
  const t = useT("debrief");
  const { id, indicator } = props;
  const { hands } = model;
  const said = chooseText(indicator, [lang]);
  const counts = hands.countOf(id);
  if (!said) return null;
  return (
    <fieldset class="debrief-hands">
      <legend lang={said.lang} dir="auto">
        {said.text}
      </legend>
      {counts.length > 1 ? (
        <>
          <p>{t("hands.apart")}</p>
          <ul class="debrief-sides">
            {counts.map((count) => (
              <li key={`${count.agree} ${count.disagree} ${count.unsure}`}>
                <p>
                  {answers.map((answer) => `${t(labels[answer])}: ${count[answer]}`).join(" · ")}
                </p>
                <Button onClick={() => void hands.choose(id, count)}>{t("sum.keepThis")}</Button>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <div class="fields-row">
          {answers.map((answer) => (
            <TextField
              key={answer}
              label={t(labels[answer])}
              type="number"
              min={0}
              max={500}
              value={hands.textOf(id, answer)}
              onInput={(text) => hands.type(id, answer, text)}
              onBlur={() => void hands.save(id)}
            />
          ))}
        </div>
      )}
      {hands.isWrong(id) && (
        <p class="field-error" role="alert">
          <span aria-hidden="true">! </span>
          {t("hands.wrong")}
        </p>
      )}
    </fieldset>
  );
};
