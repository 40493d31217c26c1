// The review of one session: the queue at one side, the open note at the other. One window of a browser reviews at a time.
import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { Button } from "../../ui/button.tsx";
import { Alert, Message } from "../../ui/message.tsx";
import { Page } from "../../ui/page.tsx";
import { Busy } from "../../ui/progress.tsx";
import { useT } from "../../ui/use-texts.ts";
import type { AppDeps } from "../deps.ts";
import type { OpenBox } from "../open-box.ts";
import { loadContents, type SessionContents } from "../session/session-contents.ts";
import { sessionFieldsOf } from "../session-plan.ts";
import { Shell } from "../shell/shell.tsx";
import type { WritingHold } from "../writing-hold.ts";
import { createReviewModel } from "./review-model.ts";
import { ReviewTable } from "./review-table.tsx";
import { createReviewWriting } from "./review-writing.ts";
import "./review.css";

type Props = { readonly deps: AppDeps; readonly box: OpenBox };

export const ReviewScreen = ({ deps, box }: Props) => {
  const t = useT("review");
  const common = useT("common");
  const model = useMemo(() => createReviewModel(deps, box), [deps, box]);
  const writing = useMemo(() => createReviewWriting(box.drafts, model.log.note), [box, model]);
  const contents = useSignal<SessionContents | "failed" | undefined>(undefined);
  const hold = useSignal<WritingHold | undefined>(undefined);

  useEffect(() => {
    void loadContents(deps, box).then((loaded) => {
      contents.value = loaded.ok ? loaded.value : "failed";
    });
  }, [deps, box]);
  useEffect(() => {
    let isGone = false;
    void deps.holdWriting().then((holdWriting) => {
      if (isGone) return;
      hold.value = holdWriting(box.box, {
        letGo: async () => (await writing.settle()).length === 0,
        onTaken: () => undefined,
      });
    });
    const leave = deps.typing.register(box.box, writing.settle);
    const flush = () => void writing.flush();
    document.addEventListener("visibilitychange", flush);
    window.addEventListener("pagehide", flush);
    return () => {
      isGone = true;
      document.removeEventListener("visibilitychange", flush);
      window.removeEventListener("pagehide", flush);
      hold.value?.release();
      void writing.settle().then((unkept) => unkept.length === 0 && leave());
      model.stop();
    };
  }, [deps, box, model, writing]);

  const title = sessionFieldsOf(model.log.records.value, box.facts().card)?.title;
  const state = hold.value?.state.value;
  const isElsewhere = state === "elsewhere" || state === "moving" || state === "refused";
  const isReady = model.log.state.value === "ready" && contents.value !== undefined;
  return (
    <Shell {...(title && { title })}>
      <Page title={t("title")} width="full" namespace="review">
        {(model.log.state.value === "failed" || contents.value === "failed") && (
          <Alert
            actions={<Button onClick={() => location.reload()}>{common("action.retry")}</Button>}
          >
            <p>{common("page.failed")}</p>
          </Alert>
        )}
        {!isReady && model.log.state.value !== "failed" && <Busy />}
        {isElsewhere && (
          <Message
            actions={
              <Button kind="primary" onClick={() => hold.value?.take()}>
                {t("elsewhere.take")}
              </Button>
            }
          >
            <p>{t("elsewhere.body")}</p>
          </Message>
        )}
        {isReady && !isElsewhere && contents.value && contents.value !== "failed" && (
          <ReviewTable
            deps={deps}
            box={box}
            model={model}
            writing={writing}
            contents={contents.value}
          />
        )}
      </Page>
    </Shell>
  );
};
