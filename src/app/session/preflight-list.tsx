// The check before a session: what needs a person in sight, what is in order one tap away. Nothing here blocks the start.
import type { ReadonlySignal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import {
  askToPersist,
  readStorageHealth,
  type StorageHealth,
} from "../../storage/storage-health.ts";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Busy } from "../../ui/progress.tsx";
import { useFormat, useT } from "../../ui/use-texts.ts";
import type { BrowserFacts } from "./browser-check.ts";
import { readBrowserFacts } from "./browser-facts.ts";
import { isOfKeeping, type PreflightItem, toPreflight } from "./preflight.ts";
import { preflightText } from "./preflight-text.ts";

const signs = { ok: "✓", note: "◆", problem: "▲" } as const;
const verdictKeys = { ok: "check.ok", note: "check.note", problem: "check.problem" } as const;

export type PreflightListProps = {
  readonly nowMs: number;
  readonly newestMs: number | undefined;
  readonly offlineReady: ReadonlySignal<boolean>;
  readonly offlineImpossible: ReadonlySignal<boolean>;
};

/** WebKitGTK has no storage manager, whatever the library says. */
const storageOf = (): StorageManager | undefined => navigator.storage as StorageManager | undefined;

export const PreflightList = (props: PreflightListProps) => {
  const t = useT("session");
  const [browser, setBrowser] = useState<BrowserFacts>();
  const [storage, setStorage] = useState<StorageHealth>();
  useEffect(() => {
    const look = () => void readStorageHealth(storageOf()).then(setStorage);
    void readBrowserFacts(window).then(setBrowser);
    look();
    // Never waited for: one browser asks the person, who may not answer.
    askToPersist(storageOf(), look);
  }, []);
  if (!browser || !storage) return <Busy />;
  const all = toPreflight({
    browser,
    storage,
    offline: props.offlineReady.value
      ? "ready"
      : props.offlineImpossible.value
        ? "impossible"
        : "coming",
    nowMs: props.nowMs,
    newestMs: props.newestMs,
  });
  const items = all.filter((item) => !isOfKeeping(item));
  const fine = items.filter(({ verdict }) => verdict === "ok");
  return (
    <>
      <Lines items={items.filter(({ verdict }) => verdict !== "ok")} />
      {fine.length > 0 && (
        <Disclosure summary={t("check.fine", { number: fine.length })}>
          <Lines items={fine} />
        </Disclosure>
      )}
    </>
  );
};

const Lines = ({ items }: { readonly items: readonly PreflightItem[] }) => {
  const t = useT("session");
  const format = useFormat();
  if (items.length === 0) return null;
  return (
    <ul class="check-list">
      {items.map((item) => (
        <li key={item.say}>
          <span class={`check-${item.verdict}`}>
            <span aria-hidden="true">{signs[item.verdict]} </span>
            {t(verdictKeys[item.verdict])}
          </span>
          <span>{preflightText(t, format, item)}</span>
        </li>
      ))}
    </ul>
  );
};
