// Shows how far the practice desk is in the making, and steps aside when it is whole.
import { useEffect, useState } from "preact/hooks";
import { Alert } from "../../ui/message.tsx";
import { Busy } from "../../ui/progress.tsx";
import { useT } from "../../ui/use-texts.ts";
import type { AppDeps } from "../deps.ts";
import type { DemoProgress } from "./demo-desk.ts";
import { openDemoDesk } from "./open-demo.ts";

export const DemoDoor = (props: { readonly deps: AppDeps; readonly onReady: () => void }) => {
  const { deps, onReady } = props;
  const t = useT("common");
  const [progress, setProgress] = useState<DemoProgress>();
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    const words = { desk: t("demo.desk"), round: t("demo.round"), unheld: t("demo.unheld") };
    void openDemoDesk(deps, words, setProgress).then(({ type }) => {
      setFailed(type === "failed");
      if (type === "opened") onReady();
    });
  }, [deps]);
  return (
    <main class="page page-column">
      {hasFailed ? (
        <Alert>
          <p>{t("demo.failed")}</p>
        </Alert>
      ) : (
        <Busy
          {...(progress && {
            label: t("demo.making", { done: progress.done + 1, total: progress.total }),
          })}
        />
      )}
    </main>
  );
};
