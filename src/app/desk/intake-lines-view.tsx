// The dry run on the screen: a line each with its sign, the sum, and the choice.
import { useSignal } from "@preact/signals";
import type { Key } from "../../i18n/resources.ts";
import { Button } from "../../ui/button.tsx";
import { Section } from "../../ui/page.tsx";
import { useFormat, useT } from "../../ui/use-texts.ts";
import type { DryRun } from "./intake-dry-run.ts";
import type { IntakeLine, LineVerdict, RefusalType } from "./intake-lines.ts";
import { SumLine } from "./intake-sum.tsx";

const ownRefusals = {
  mangled: "refused.mangled",
  oversized: "refused.oversized",
  "file-unreadable": "refused.fileUnreadable",
} as const;
type OwnRefusal = keyof typeof ownRefusals;
type SharedRefusal = Exclude<RefusalType, OwnRefusal>;

const isOwn = (type: string): type is OwnRefusal => Object.hasOwn(ownRefusals, type);

/** Every reason has words; a kept reason of another version of the app is shown as it is. */
export const useRefusalText = (): ((type: string) => string) => {
  const t = useT("intake");
  const shared = useT("errors");
  // A reason that was kept is one of ours: it came from the same union.
  return (type) =>
    isOwn(type) ? t(ownRefusals[type]) : shared(type as SharedRefusal & Key<"errors">);
};

const signs = { release: "✓", known: "=", raw: "…", refused: "✗", desk: "✓" } as const;
const signKeys = {
  release: "sign.release",
  known: "sign.known",
  raw: "sign.raw",
  refused: "sign.refused",
  desk: "sign.desk",
} as const;
const relationKeys = {
  new: "line.new",
  newer: "line.newer",
  older: "line.older",
  rival: "line.rival",
} as const;

const useLineText = (): ((verdict: LineVerdict) => string) => {
  const t = useT("intake");
  const format = useFormat();
  const refusal = useRefusalText();
  return (verdict) => {
    switch (verdict.type) {
      case "release": {
        const { title, notes, changed, at, relation, reviewed } = verdict;
        const first = t(relationKeys[relation], { title, count: notes, changed });
        const made = t("line.made", { time: format.dayTime(at) });
        return [first, made, ...(reviewed ? [] : [t("line.notReviewed")])].join(" ");
      }
      case "raw": {
        const values = { title: verdict.title, count: verdict.records };
        return verdict.hasRelease ? t("line.rawBehind", values) : t("line.raw", values);
      }
      case "desk":
        return t("line.desk", { count: verdict.records });
      case "known": {
        const values = { count: verdict.deliveries };
        const text = verdict.isRepeat ? t("line.repeat", values) : t("line.known", values);
        return [...verdict.titles, text].join(" · ");
      }
      case "refused": {
        const reason = refusal(verdict.error);
        return verdict.title === undefined
          ? reason
          : t("line.refusedOf", { title: verdict.title, reason });
      }
    }
  };
};

const Line = ({ line }: { readonly line: IntakeLine }) => {
  const t = useT("intake");
  const toText = useLineText();
  const { verdict, source } = line;
  return (
    <li class={`intake-line intake-${verdict.type}`}>
      <span>
        <span aria-hidden="true">{signs[verdict.type]} </span>
        {t(signKeys[verdict.type])}
      </span>
      <span>
        {toText(verdict)}
        {source.file !== undefined && (
          <small>
            {" "}
            <bdi>{t("dry.from", { file: source.file })}</bdi>
          </small>
        )}
        {source.aside && <small> {t("dry.wasAside")}</small>}
      </span>
    </li>
  );
};

/** What would change comes first; hundreds of like lines are drawn on demand. */
const pageSize = 50;

export const DryRunView = (props: {
  readonly dryRun: DryRun;
  readonly onImport: () => void;
  readonly onCancel: () => void;
}) => {
  const t = useT("intake");
  const common = useT("common");
  const { dryRun, onImport, onCancel } = props;
  const shown = useSignal(pageSize);
  const hidden = dryRun.lines.length - shown.value;
  const canImport = dryRun.bringsAnything || dryRun.setsAside;
  return (
    <Section title={t("dry.title")}>
      {dryRun.lines.length === 0 && dryRun.stillAside === 0 && (
        <p role="status">{t("dry.nothingFound")}</p>
      )}
      {dryRun.stillAside > 0 && (
        <p role="status">{t("dry.stillAside", { count: dryRun.stillAside })}</p>
      )}
      {dryRun.passedOver > 0 && <p>{t("dry.passedOver", { count: dryRun.passedOver })}</p>}
      <ul class="ruled intake-lines">
        {dryRun.lines.slice(0, shown.value).map((line, at) => (
          <Line key={at} line={line} />
        ))}
      </ul>
      {hidden > 0 && (
        <Button
          onClick={() => {
            shown.value += pageSize;
          }}
        >
          {t("waiting.more", { count: Math.min(hidden, pageSize) })}
        </Button>
      )}
      <p role="status">
        <SumLine sum={dryRun.sum} nothing={t("sum.nothing")} />
      </p>
      <div class="actions">
        {canImport && (
          <Button kind="primary" onClick={onImport}>
            {dryRun.bringsAnything ? t("import") : t("setAsideOnly")}
          </Button>
        )}
        <Button onClick={onCancel}>
          {canImport ? common("action.cancel") : common("action.close")}
        </Button>
      </div>
    </Section>
  );
};
