// The edited CSV back: per measure which field changes from what to what, what the desk changed meanwhile, and which rows
// are refused and why.
import { useMemo } from "preact/hooks";
import type { FieldChange, MeasureSheet } from "../../../report/measure-sheet-reading.ts";
import { FileDrop } from "../../../ui/file-drop.tsx";
import { Section } from "../../../ui/page.tsx";
import { useT } from "../../../ui/use-texts.ts";
import { createDeskWork } from "../desk-work.ts";
import { threadMark } from "../use-thread-key.ts";
import { localDay, type PlansPartProps, useMeasureNames } from "./plans-shared.ts";
import { sayColumn, sayCsvError, sayRowRefusal } from "./refusal-words.ts";
import { createSheetIn } from "./sheet-in.ts";
import { createMeasureSheetReader } from "./sheet-readers.ts";
import { SheetResult } from "./sheet-result.tsx";
import { statusWords } from "./sheet-words.ts";

/** The sheet that comes back, with what takes it in. */
export const useTableBack = ({ deps, desk, roundId, load }: PlansPartProps) => {
  const work = useMemo(() => createDeskWork(desk, () => deps.courier.nudge()), [desk, deps]);
  const sheet = useMemo(
    () =>
      createSheetIn(
        work,
        createMeasureSheetReader({ roundId, load, today: () => localDay(deps.env.now()) }),
      ),
    [work, roundId],
  );
  return { work, sheet };
};
export type TableBackModel = ReturnType<typeof useTableBack>;

export const TableBack = (props: PlansPartProps & { readonly back: TableBackModel }) => {
  const t = useT("plans");
  const { records } = props;
  const { work, sheet } = props.back;
  return (
    <Section title={t("back.title")}>
      <FileDrop
        label={t("back.choose")}
        hint={t("back.hint")}
        onFiles={([file]) => {
          if (!file) return;
          void sheet.read(async () => new Uint8Array(await file.arrayBuffer()), records);
        }}
      />
      <SheetResult
        sheet={sheet}
        work={work}
        sayError={(error) => sayCsvError(t, error)}
        show={(preview) => <Preview {...props} preview={preview} />}
        sayApply={({ changes }) =>
          changes.length > 0 ? t("back.apply", { count: changes.length }) : undefined
        }
        sayDone={(count) => t("back.done", { count })}
      />
    </Section>
  );
};

const Preview = (props: PlansPartProps & { readonly preview: MeasureSheet }) => {
  const t = useT("plans");
  const { changes, conflicts, refusals, unchanged } = props.preview;
  return (
    <>
      <h3>{t("back.changes", { count: changes.length })}</h3>
      <Rows {...props} rows={changes} />
      <p class="muted">{t("back.unchanged", { count: unchanged })}</p>
      {conflicts.length > 0 && (
        <>
          <h3>{t("back.conflicts", { count: conflicts.length })}</h3>
          <p>{t("back.conflictsBody")}</p>
          <Rows {...props} rows={conflicts} />
        </>
      )}
      {refusals.length > 0 && (
        <>
          <h3>{t("back.refusals", { count: refusals.length })}</h3>
          <ul class="sheet-refusals">
            {refusals.map((refusal) => (
              <li key={`${refusal.line} ${JSON.stringify(refusal)}`}>
                {sayRowRefusal(t, refusal)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
};

const Rows = (props: PlansPartProps & { readonly rows: MeasureSheet["changes"] }) => {
  const t = useT("plans");
  const nameOf = useMeasureNames(props);
  return (
    <ul class="sheet-rows">
      {props.rows.map(({ line, measureId, fields }) => {
        const name = nameOf(measureId);
        return (
          <li key={measureId} {...threadMark("measure", measureId)}>
            <p>
              {t("back.line", { line })}{" "}
              <a href={`#/desk/measures/${measureId}`} lang={name.lang} dir="auto">
                {name.text}
              </a>
            </p>
            <dl class="sheet-fields">
              {fields.map((field) => (
                <Field key={JSON.stringify(field.column)} field={field} />
              ))}
            </dl>
          </li>
        );
      })}
    </ul>
  );
};

const Field = ({ field }: { readonly field: FieldChange }) => {
  const t = useT("plans");
  const { column, from, to } = field;
  const words = statusWords(t);
  const said = (value: string) =>
    value === ""
      ? t("back.emptied")
      : column.code === "status" && Object.hasOwn(words, value)
        ? words[value as keyof typeof words] // Has it, as just asked.
        : value;
  return (
    <>
      <dt>{sayColumn(t, column)}</dt>
      <dd>
        <del lang={column.lang} dir="auto">
          <span class="unseen">{t("back.was")} </span>
          {said(from)}
        </del>{" "}
        <ins lang={column.lang} dir="auto">
          <span class="unseen">{t("back.becomes")} </span>
          {said(to)}
        </ins>
      </dd>
    </>
  );
};
