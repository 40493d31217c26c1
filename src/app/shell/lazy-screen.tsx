// A role's screens come when they are first opened, with their words. Offline they come from what the service worker
// keeps; where that fails it is said, and nothing that was saved is touched.
import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { attempt } from "../../base/result.ts";
import type { Namespace } from "../../i18n/resources.ts";
import type { Texts } from "../../i18n/texts.ts";
import { Button } from "../../ui/button.tsx";
import { Alert } from "../../ui/message.tsx";
import { Busy } from "../../ui/progress.tsx";
import { useT, useTexts } from "../../ui/use-texts.ts";

type Arrival<P> =
  | { readonly state: "loading" | "failed" }
  | { readonly state: "ready"; readonly Screen: ComponentType<P> };

export type LazyScreenOptions<P> = {
  readonly load: () => Promise<ComponentType<P>>;
  readonly namespaces: readonly Namespace[];
};

/** Call once per screen, at module level: each call makes a component of its own. */
export const createLazyScreen = <P extends object>({ load, namespaces }: LazyScreenOptions<P>) => {
  // Once it is here with its words, every later visit draws at once.
  let kept: { readonly Screen: ComponentType<P>; readonly texts: Texts } | undefined;
  const LazyScreen = (props: P) => {
    const t = useT("common");
    const texts = useTexts();
    const [turn, setTurn] = useState(0);
    const ready = kept?.texts === texts ? kept : undefined;
    const [arrival, setArrival] = useState<Arrival<P>>(
      ready ? { state: "ready", Screen: ready.Screen } : { state: "loading" },
    );
    useEffect(() => {
      let isGone = false;
      const fetchAll = async () => {
        const got = await attempt(
          async () => (await Promise.all([load(), texts.need(...namespaces)]))[0],
          () => ({ type: "screen-missing" }) as const, // An import rejects when the file cannot be had.
        );
        if (isGone) return;
        if (got.ok) kept = { Screen: got.value, texts };
        setArrival(got.ok ? { state: "ready", Screen: got.value } : { state: "failed" });
      };
      if (ready) return;
      setArrival({ state: "loading" });
      void fetchAll();
      return () => {
        isGone = true;
      };
    }, [texts, turn]); // A new turn is a new try.

    if (arrival.state === "ready") return <arrival.Screen {...props} />;
    if (arrival.state === "loading") return <Busy />;
    return (
      <Alert actions={<Button onClick={() => setTurn(turn + 1)}>{t("action.retry")}</Button>}>
        <p>{t("page.failed")}</p>
      </Alert>
    );
  };
  return LazyScreen;
};
