// The app cannot start, or must not go on: says why, what is safe and what to do. Needs nothing but words.
import type { Texts } from "../../i18n/texts.ts";
import type { StoreError } from "../../storage/ports.ts";
import { Button } from "../../ui/button.tsx";
import { Alert } from "../../ui/message.tsx";
import { Page } from "../../ui/page.tsx";
import { TextsContext, useT } from "../../ui/use-texts.ts";

export type HaltReason = StoreError["type"] | "superseded";

const keyOf = {
  "store-newer": "start.failedNewer",
  "store-full": "start.failedStore",
  "store-failed": "start.failedStore",
  "row-unreadable": "start.failedStore",
  superseded: "start.superseded",
} as const;

const Words = ({ reason }: { readonly reason: HaltReason }) => {
  const t = useT("common");
  return (
    <main>
      <Page title={t("start.halted")} namespace="common">
        <Alert
          actions={
            <Button kind="primary" onClick={() => location.reload()}>
              {t("crash.reload")}
            </Button>
          }
        >
          <p>{t(keyOf[reason])}</p>
        </Alert>
      </Page>
    </main>
  );
};

export const HaltedScreen = (props: { readonly texts: Texts; readonly reason: HaltReason }) => (
  <TextsContext.Provider value={props.texts}>
    <Words reason={props.reason} />
  </TextsContext.Provider>
);
