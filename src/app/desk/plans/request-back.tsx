// A filled-in follow-up request: what was seen, which values and which new statuses it brings, and what is refused.
import { useMemo } from "preact/hooks";
import type { EntityId } from "../../../domain/schema.ts";
import type { ReadRequest, RequestEntry } from "../../../report/follow-up-answers.ts";
import { FileDrop } from "../../../ui/file-drop.tsx";
import { Section } from "../../../ui/page.tsx";
import { useFormat, useT } from "../../../ui/use-texts.ts";
import { createDeskWork } from "../desk-work.ts";
import { threadMark } from "../use-thread-key.ts";
import { localDay, type PlansPartProps, useMeasureNames } from "./plans-shared.ts";
import { sayAnswerRefusal, sayRequestError } from "./refusal-words.ts";
import { createSheetIn } from "./sheet-in.ts";
import { createRequestReader } from "./sheet-readers.ts";
import { SheetResult } from "./sheet-result.tsx";
import { statusWords } from "./sheet-words.ts";

/** The request that comes back, with what takes it in. */
export const useRequestBack = ({ deps, desk, roundId, load }: PlansPartProps) => {
  const work = useMemo(() => createDeskWork(desk, () => deps.courier.nudge()), [desk, deps]);
  const sheet = useMemo(
    () =>
      createSheetIn(
        work,
        createRequestReader({ roundId, load, today: () => localDay(deps.env.now()) }),
      ),
    [work, roundId],
  );
  return { work, sheet };
};
export type RequestBackModel = ReturnType<typeof useRequestBack>;

export const RequestBack = (props: PlansPartProps & { readonly back: RequestBackModel }) => {
  const t = useT("plans");
  const { records } = props;
  const { work, sheet } = props.back;
  return (
    <Section title={t("request.back")}>
      <FileDrop
        label={t("request.choose")}
        hint={t("back.hint")}
        onFiles={([file]) => {
          if (!file) return;
          void sheet.read(async () => new Uint8Array(await file.arrayBuffer()), records);
        }}
      />
      <SheetResult
        sheet={sheet}
        work={work}
        sayError={(error) => sayRequestError(t, error)}
        show={(preview) => <Preview {...props} preview={preview} />}
        sayApply={({ entries, statuses }) =>
          entries.length + statuses.length > 0
            ? t("request.apply", { count: entries.length + statuses.length })
            : undefined
        }
        sayDone={(count) => t("request.done", { count })}
      />
    </Section>
  );
};

const Preview = (props: PlansPartProps & { readonly preview: ReadRequest }) => {
  const t = useT("plans");
  const format = useFormat();
  const words = statusWords(t);
  const { entries, statuses, moved, refusals, unchanged } = props.preview;
  return (
    <>
      <h3>{t("request.entries", { count: entries.length })}</h3>
      <ul class="sheet-rows">
        {entries.map((entry) => (
          <li key={entry.followUpId}>
            <Head {...props} row={entry.row} measureId={entry.measureId} />
            <Entry entry={entry} />
          </li>
        ))}
      </ul>
      <h3>{t("request.statuses", { count: statuses.length })}</h3>
      <ul class="sheet-rows">
        {statuses.map(({ row, measureId, from, to, on, reason }) => (
          <li key={measureId}>
            <Head {...props} row={row} measureId={measureId} />
            <p>
              <del>{words[from]}</del> <ins>{words[to]}</ins> {format.day(on)}
              {reason !== undefined && <span dir="auto"> – {reason}</span>}
            </p>
          </li>
        ))}
      </ul>
      <p class="muted">{t("request.unchanged", { count: unchanged })}</p>
      {moved.length > 0 && (
        <>
          <h3>{t("request.moved", { count: moved.length })}</h3>
          <ul class="sheet-rows">
            {moved.map(({ row, measureId, now, said }) => (
              <li key={measureId}>
                <Head {...props} row={row} measureId={measureId} />
                <p>{t("request.movedOf", { now: words[now], said: words[said] })}</p>
              </li>
            ))}
          </ul>
        </>
      )}
      {refusals.length > 0 && (
        <>
          <h3>{t("back.refusals", { count: refusals.length })}</h3>
          <ul class="sheet-refusals">
            {refusals.map((refusal) => (
              <li key={JSON.stringify(refusal)}>{sayAnswerRefusal(t, refusal)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
};

const Head = (props: PlansPartProps & { readonly row: number; readonly measureId: EntityId }) => {
  const t = useT("plans");
  const name = useMeasureNames(props)(props.measureId);
  return (
    <p {...threadMark("measure", props.measureId)}>
      {t("back.line", { line: props.row })}{" "}
      <a href={`#/desk/measures/${props.measureId}`} lang={name.lang} dir="auto">
        {name.text}
      </a>
    </p>
  );
};

const Entry = ({ entry }: { readonly entry: RequestEntry }) => {
  const t = useT("plans");
  const format = useFormat();
  const { type, on, text, unit, value, source, evidence } = entry.fields;
  const further = [
    [t("ask.source"), source],
    [t("ask.evidence"), evidence],
    [t("ask.by"), unit],
  ] as const;
  const [lang, words] = Object.entries(text)[0] ?? [];
  return (
    <dl class="sheet-fields">
      <dt>{type === "seen" ? t("ask.seen") : t("ask.value")}</dt>
      <dd>
        {format.day(on)}:{" "}
        <span lang={lang} dir="auto">
          {words ?? value}
        </span>
        {entry.isAmended && <span class="muted"> {t("request.amended")}</span>}
      </dd>
      {further.map(([label, said]) =>
        said === undefined ? null : (
          <div key={label}>
            <dt>{label}</dt>
            <dd dir="auto">{said}</dd>
          </div>
        ),
      )}
    </dl>
  );
};
