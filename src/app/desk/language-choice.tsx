// Languages to tick, each under its own name. The ones a Finnish municipality meets most stand first; the rest fold away.
import { writtenLanguages } from "../../i18n/languages.ts";
import { CheckList } from "../../ui/choice.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { useT } from "../../ui/use-texts.ts";

const shownFirst = 8;
// No direction: a name in Arabic script stands beside its box like the others.
const options = writtenLanguages.map(({ code, endonym }) => ({
  value: code,
  label: endonym,
  lang: code,
}));

export const LanguageChoice = (props: {
  readonly legend: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}) => {
  const t = useT("desk");
  const { values, onChange } = props;
  const rest = options.slice(shownFirst);
  const open = rest.some(({ value }) => values.includes(value));
  return (
    <div class="language-choice">
      <CheckList {...props} options={options.slice(0, shownFirst)} />
      <Disclosure summary={t("language.more")} open={open}>
        <CheckList
          legend={t("language.others")}
          options={rest}
          values={values}
          onChange={onChange}
        />
      </Disclosure>
    </div>
  );
};
