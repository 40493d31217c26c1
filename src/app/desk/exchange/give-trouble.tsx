// What keeps an exchange file from being made, and what can be done about it.
import type { Obstacle } from "../../../analysis/publishing/edition-check.ts";
import { type ExchangePart, partOf } from "../../../analysis/publishing/exchange-tables.ts";
import { Button } from "../../../ui/button.tsx";
import { Alert } from "../../../ui/message.tsx";
import { useT } from "../../../ui/use-texts.ts";
import { errorText } from "../../error-key.ts";
import type { GiveModel } from "./give-model.ts";

export const partKeys = {
  findings: "part.findings",
  dimensions: "part.dimensions",
  "sub-themes": "part.subThemes",
} as const satisfies Record<ExchangePart, string>;

const partsIn = (obstacles: readonly Obstacle[]): readonly ExchangePart[] => [
  ...new Set(
    obstacles
      .flatMap((each) => (each.type === "leak" ? [each.leak] : each.cells))
      .map(({ by }) => partOf(by)),
  ),
];

export const Obstacles = (props: {
  readonly model: GiveModel;
  readonly titles: readonly string[];
}) => {
  const t = useT("exchange");
  const { model, titles } = props;
  const obstacles = model.obstacles.value;
  if (obstacles.length === 0) return null;
  const { silent } = model.choice.value;
  const words = obstacles.map((obstacle) =>
    obstacle.type === "too-close"
      ? t("obstacle.tooClose", {
          count: obstacle.sessions,
          edition: titles[obstacle.earlier] ?? "",
        })
      : t("obstacle.leak", { part: t(partKeys[partOf(obstacle.leak.by)]) }),
  );
  return (
    <Alert
      title={t("obstacle.title")}
      actions={partsIn(obstacles).map((part) => (
        <Button key={part} onClick={() => model.change({ silent: [...silent, part] })}>
          {t("obstacle.leaveOut", { part: t(partKeys[part]) })}
        </Button>
      ))}
    >
      <ul>
        {[...new Set(words)].map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </Alert>
  );
};

export const Failures = ({ model }: { readonly model: GiveModel }) => {
  const t = useT("exchange");
  const errors = useT("errors");
  const failure = model.failure.value;
  if (!failure) return null;
  return (
    <Alert>
      <p>
        {failure.type === "exchange-too-large"
          ? t("failure.tooMuch")
          : failure.type === "exchange-elsewhere"
            ? t("failure.elsewhere")
            : errorText(errors, failure)}
      </p>
    </Alert>
  );
};
