// A table from elsewhere: chosen as a file, its columns named by a person, looked at before a line of it becomes a note.
import { useSignal } from "@preact/signals";
import type { Polarity } from "../../../domain/note.ts";
import { useAnnounce } from "../../../ui/announcer.tsx";
import { Button } from "../../../ui/button.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { SelectField } from "../../../ui/field.tsx";
import { FileDrop } from "../../../ui/file-drop.tsx";
import { Alert } from "../../../ui/message.tsx";
import { NoteText } from "../../../ui/note-text.tsx";
import { useT } from "../../../ui/use-texts.ts";
import type { RoundRow } from "../desk-view.ts";
import type { EnteringModel } from "./entering-model.ts";
import { readForeignTable, type TableError } from "./foreign-table.ts";
import {
  type ColumnChoice,
  type ForeignTable,
  guessColumns,
  tableFields,
  toTableLines,
} from "./table-columns.ts";

type Taken = { readonly table: ForeignTable; readonly choice: ColumnChoice };

export const TablePart = (props: { readonly model: EnteringModel; readonly round: RoundRow }) => {
  const t = useT("entering");
  const taken = useSignal<Taken | undefined>(undefined);
  const fault = useSignal<TableError | undefined>(undefined);
  const read = async (file: File) => {
    const table = await readForeignTable({
      size: file.size,
      read: async () => new Uint8Array(await file.arrayBuffer()),
    });
    fault.value = table.ok ? undefined : table.error;
    taken.value = table.ok ? { table: table.value, choice: guessColumns(table.value) } : undefined;
  };
  return (
    <Disclosure summary={t("table.title")}>
      <div class="stack form">
        <FileDrop
          label={t("table.file")}
          hint={t("table.hint")}
          onFiles={([file]) => file && void read(file)}
        />
        {fault.value && (
          <Alert>
            <p>{t(faultKey(fault.value), faultParts(fault.value))}</p>
          </Alert>
        )}
        {taken.value && (
          <Columns
            {...props}
            taken={taken.value}
            onChange={(choice) => {
              if (taken.value) taken.value = { ...taken.value, choice };
            }}
            onDone={() => {
              taken.value = undefined;
            }}
          />
        )}
      </div>
    </Disclosure>
  );
};

const faultKey = ({ type }: TableError) => {
  switch (type) {
    case "csv-open-quote":
    case "csv-stray-quote":
      return "table.quote";
    case "csv-columns":
      return "table.columns";
    case "csv-empty":
    case "table-empty":
      return "table.empty";
    case "csv-too-long":
    case "table-too-large":
    case "zip-too-large":
    case "xlsx-too-large":
      return "table.large";
    case "xlsx-error-cell":
      return "table.errorCell";
    default:
      return "table.foreign";
  }
};
const faultParts = (fault: TableError) => ({
  line: "line" in fault ? fault.line : "row" in fault ? fault.row : 0,
});

const none = "-";

const Columns = (props: {
  readonly model: EnteringModel;
  readonly round: RoundRow;
  readonly taken: Taken;
  readonly onChange: (choice: ColumnChoice) => void;
  readonly onDone: () => void;
}) => {
  const t = useT("entering");
  const common = useT("common");
  const announce = useAnnounce();
  const { model, round, taken, onChange, onDone } = props;
  const { table, choice } = taken;
  const said = (polarity: Polarity) => common(`polarity.${polarity}`).toLowerCase();
  const { lines, unknown } = toTableLines(table, choice, {
    codebook: round.fields.codebook,
    lang: model.lang.value,
    polarityWords: new Map([
      [said("strengthens"), "strengthens"],
      [said("weakens"), "weakens"],
      [said("mixed"), "mixed"],
    ]),
  });
  const options = [
    { value: none, label: t("table.none") },
    ...table.headings.map((heading, at) => ({
      value: String(at),
      label: heading.trim() === "" ? t("table.column", { number: at + 1 }) : heading,
    })),
  ];
  return (
    <>
      <p>{t("table.which")}</p>
      <div class="fields-row">
        {tableFields.map((field) => (
          <SelectField
            key={field}
            label={t(`table.field.${field}`)}
            value={String(choice[field] ?? none)}
            options={options}
            onChange={(next) =>
              onChange({ ...choice, [field]: next === none ? undefined : Number(next) })
            }
          />
        ))}
      </div>
      {lines.length > 0 && (
        <>
          <p>{t("table.look")}</p>
          <ol class="ruled">
            {lines.slice(0, 3).map(({ text, lang }, at) => (
              // The same words may stand twice in a table.
              <li key={`${at} ${text.slice(0, 20)}`}>
                <NoteText text={text} lang={lang} size="small" />
              </li>
            ))}
          </ol>
        </>
      )}
      {unknown > 0 && <p>{t("table.unknown", { count: unknown })}</p>}
      <Button
        disabled={lines.length === 0}
        onClick={() => {
          model.append(lines);
          announce(t("paste.taken", { count: lines.length }));
          onDone();
        }}
      >
        {t("paste.take", { count: lines.length })}
      </Button>
    </>
  );
};
