// Copies a text and says so. Where the browser refuses, the person is told how to do it.
import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { attempt } from "../base/result.ts";
import { useAnnounce } from "./announcer.tsx";
import { Button } from "./button.tsx";
import { useT } from "./use-texts.ts";

export type CopyButtonProps = { readonly text: string; readonly children?: ComponentChildren };

const refused = { type: "copy-refused" } as const;

export const CopyButton = ({ text, children }: CopyButtonProps) => {
  const t = useT("common");
  const announce = useAnnounce();
  const outcome = useSignal<"copied" | "failed" | undefined>(undefined);
  const copy = async () => {
    // Without permission the clipboard rejects; outside HTTPS there is none at all.
    const done = await attempt(
      async () => navigator.clipboard.writeText(text),
      () => refused,
    );
    outcome.value = done.ok ? "copied" : "failed";
    announce(t(done.ok ? "action.copied" : "action.copyFailed"));
  };
  return (
    <>
      <Button onClick={() => void copy()}>{children ?? t("action.copy")}</Button>
      {outcome.value && (
        <span class="muted">
          {t(outcome.value === "copied" ? "action.copied" : "action.copyFailed")}
        </span>
      )}
    </>
  );
};
