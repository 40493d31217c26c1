// Copies the five headings both as a table for Word and as tabbed cells for Excel. Where the browser cannot do both, the
// cells alone; where it refuses, the person is told how.
import { useSignal } from "@preact/signals";
import { attempt } from "../../../base/result.ts";
import { useAnnounce } from "../../../ui/announcer.tsx";
import { Button } from "../../../ui/button.tsx";
import { useT } from "../../../ui/use-texts.ts";
import { type HeadingRow, toHtmlTable, toTabbed } from "./five-headings.ts";
import type { PlanWords } from "./plan-words.ts";

const refused = { type: "copy-refused" } as const;

export const CopyTable = (props: {
  readonly rows: readonly HeadingRow[];
  readonly words: PlanWords;
  readonly isPrimary: boolean;
}) => {
  const t = useT("plans");
  const common = useT("common");
  const announce = useAnnounce();
  const outcome = useSignal<"copied" | "failed" | undefined>(undefined);
  const copy = async () => {
    const { rows, words } = props;
    const [tabbed, html] = [toTabbed(rows, words), toHtmlTable(rows, words)];
    const blob = (text: string, type: string) => new Blob([text], { type });
    const both = await attempt(
      async () =>
        navigator.clipboard.write([
          new ClipboardItem({
            "text/plain": blob(tabbed, "text/plain"),
            "text/html": blob(html, "text/html"),
          }),
        ]),
      () => refused, // No such thing here, or not allowed.
    );
    const done = both.ok
      ? both
      : await attempt(
          async () => navigator.clipboard.writeText(tabbed),
          () => refused,
        );
    outcome.value = done.ok ? "copied" : "failed";
    announce(done.ok ? common("action.copied") : common("action.copyFailed"));
  };
  return (
    <div class="actions">
      <Button kind={props.isPrimary ? "primary" : "plain"} onClick={() => void copy()}>
        {t("table.copy")}
      </Button>
      {outcome.value && (
        <span class="muted">
          {common(outcome.value === "copied" ? "action.copied" : "action.copyFailed")}
        </span>
      )}
    </div>
  );
};
