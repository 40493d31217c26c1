// What two desks made apart, side by side, with one choice for each and one button for all. Of two texts both may stand: the
// choice that loses nothing comes first.
import { useSignal } from "@preact/signals";
import type { RivalWording } from "../../../domain/joined.ts";
import type { AnyRecord, Named } from "../../../domain/record.ts";
import type { Rival } from "../../../domain/revisions.ts";
import { Button } from "../../../ui/button.tsx";
import { RadioList } from "../../../ui/choice.tsx";
import { Message } from "../../../ui/message.tsx";
import { useT } from "../../../ui/use-texts.ts";
import { useLanguageName } from "../findings/finding-words.ts";
import { type Choices, rivalFacts } from "./settling.ts";

type Props<W extends string, F extends string> = {
  readonly view: {
    readonly heads: readonly Named<AnyRecord>[];
    readonly fields: object;
    readonly rivals: ReadonlyMap<string, readonly Rival<unknown>[]>;
    readonly rivalWordings: readonly RivalWording<W>[];
  };
  readonly wordLimit: number;
  readonly nameOf: (field: W | F) => string;
  readonly showFact?: (fact: F, revision: string, value: unknown) => string;
  /** Facts that mean something only with each other: one choice for all. */
  readonly together?: readonly F[];
  readonly onSettle: (choices: Choices<W, F>) => void;
};

const both = "both";

export const RivalsPanel = <W extends string, F extends string>(props: Props<W, F>) => {
  const t = useT("measures");
  const nameOfLanguage = useLanguageName();
  const chosen = useSignal<Readonly<Record<string, string>>>({});
  const { view, nameOf, wordLimit, together = [] } = props;
  const choose = (key: string) => (value: string) => {
    chosen.value = { ...chosen.value, [key]: value };
  };
  const words = view.rivalWordings.map(({ field, lang, values }) => {
    const distinct = [...new Map(values.map((each) => [each.value, each])).values()];
    const joined = distinct.flatMap(({ value }) => value ?? []).join("\n");
    const mayJoin =
      distinct.every(({ value }) => value !== undefined) && joined.length <= wordLimit;
    const key = `${field} ${lang}`;
    const value = chosen.value[key] ?? (mayJoin ? both : distinct.at(-1)?.revision);
    return { field, lang, distinct, joined, mayJoin, key, value };
  });
  // Sets and words are joined by the fold: what is left are the facts.
  const all = rivalFacts(view) as readonly F[];
  const first = all.find((name) => together.includes(name));
  const facts = all
    .filter((name) => !together.includes(name) || name === first)
    .map((fact) => {
      const values = view.rivals.get(fact) ?? [];
      return { fact, values, value: chosen.value[fact] ?? values.at(-1)?.revision };
    });
  const settle = () =>
    props.onSettle({
      words: words.map(({ field, lang, distinct, joined, value }) => ({
        field,
        lang,
        text: value === both ? joined : distinct.find(({ revision }) => revision === value)?.value,
      })),
      facts: facts.flatMap(({ fact, value }) =>
        value === undefined ? [] : [{ fact, revision: value }],
      ),
    });
  return (
    <Message
      kind="warning"
      title={t("rivals.title")}
      actions={<Button onClick={settle}>{t("rivals.settle")}</Button>}
    >
      <p>{t("rivals.body")}</p>
      {words.map(({ field, lang, distinct, mayJoin, key, value }) => (
        <div key={key} class="rival-choice">
          <RadioList
            legend={t("rivals.words", { field: nameOf(field), language: nameOfLanguage(lang) })}
            value={value}
            options={[
              ...distinct.map((each) => ({
                value: each.revision as string,
                label: each.value ?? t("rivals.taken"),
                ...(each.value === undefined ? {} : { lang }),
              })),
              ...(mayJoin ? [{ value: both, label: t("rivals.both") }] : []),
            ]}
            onChange={choose(key)}
          />
        </div>
      ))}
      {facts.map(({ fact, values, value }) => (
        <div key={fact} class="rival-choice">
          <RadioList
            legend={nameOf(fact)}
            value={value}
            options={values.map((each) => ({
              value: each.revision as string,
              label:
                props.showFact?.(fact, each.revision, each.value) ??
                (each.value === undefined ? t("rivals.taken") : String(each.value)),
            }))}
            onChange={choose(fact)}
          />
        </div>
      ))}
    </Message>
  );
};
