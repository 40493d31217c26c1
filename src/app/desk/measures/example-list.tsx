// The example kinds, each with where it was named. Nothing here says that one of them works.
import { Button } from "../../../ui/button.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { useT, useTexts } from "../../../ui/use-texts.ts";
import { wordsIn } from "../findings/finding-words.ts";
import { type MeasureExample, measureExamples } from "./measure-examples.ts";

export const ExampleList = (props: {
  readonly chosen: string | undefined;
  readonly onBegin: (example: MeasureExample) => void;
}) => {
  const t = useT("measures");
  const { code } = useTexts().spoken("measures");
  return (
    <Disclosure summary={t("example.title")}>
      <p>{t("example.lead")}</p>
      <ul class="ruled">
        {measureExamples.examples.map((example) => {
          const what = wordsIn(example.what, code);
          return (
            <li key={example.id} class="stack example">
              <p lang={what?.lang}>{what?.text}</p>
              <p class="muted">
                {t("example.origin")} <span lang="fi">{example.named}</span>
              </p>
              <Button
                aria-pressed={props.chosen === example.id}
                onClick={() => props.onBegin(example)}
              >
                {t("example.begin")}
                <span class="unseen">: {what?.text}</span>
              </Button>
            </li>
          );
        })}
      </ul>
      <p class="muted">
        {t("example.source")} <cite lang="fi">{measureExamples.source}</cite>
      </p>
    </Disclosure>
  );
};
