// The language of slides and papers: the municipality's three, and those that a chosen finding has words in.
import { listChoosableReceived } from "../../../analysis/publishable-received.ts";
import { foldFindings } from "../../../domain/findings.ts";
import { writtenLanguage } from "../../../i18n/languages.ts";
import { SelectField } from "../../../ui/field.tsx";
import { useT } from "../../../ui/use-texts.ts";
import type { WithEvent } from "./event-context.ts";
import { packLanguages } from "./event-words.ts";

export const LanguageField = ({ context }: WithEvent) => {
  const t = useT("event");
  const { records, view, seat } = context;
  const { findings: chosen, roundId } = view.fields;
  const own = [
    ...foldFindings(records).map(({ findingId, fields }) => ({ findingId, ...fields })),
    ...listChoosableReceived(records, roundId),
  ]
    .filter(({ findingId }) => chosen.includes(findingId))
    .flatMap(({ statement }) => Object.keys(statement));
  const languages = [...new Set([...packLanguages, ...own])];
  return (
    <SelectField
      label={t("language")}
      value={seat.lang.value}
      options={languages.map((code) => ({
        value: code,
        label: writtenLanguage(code).endonym,
        lang: code,
      }))}
      onChange={(code) => {
        seat.lang.value = code;
      }}
    />
  );
};
