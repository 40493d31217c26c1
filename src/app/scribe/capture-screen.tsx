// The scribe's live screen. Opens what it needs, one model at a time: the last one's draft is on the disk before the next
// reads it.
import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Button } from "../../ui/button.tsx";
import { Alert } from "../../ui/message.tsx";
import { Busy } from "../../ui/progress.tsx";
import { useT, useTexts } from "../../ui/use-texts.ts";
import type { AppDeps } from "../deps.ts";
import type { OpenBox } from "../open-box.ts";
import { useSettings } from "../shell/app-root.tsx";
import { CaptureLive } from "./capture-live.tsx";
import { type CaptureModel, createCaptureModel } from "./capture-model.ts";
import type { CaptureStage } from "./capture-stage.ts";
import { loadCapture } from "./load-capture.ts";

export type CaptureScreenProps = {
  readonly deps: AppDeps;
  readonly box: OpenBox;
  /** Between header and log: what the practice is saying. */
  readonly above?: ComponentChildren;
};

export const CaptureScreen = ({ deps, box, above }: CaptureScreenProps) => {
  const t = useT("common");
  const texts = useTexts();
  const { settings } = useSettings();
  const stage = useSignal<CaptureStage>({ state: "loading" });
  const turn = useSignal(0);
  const closing = useRef<Promise<void>>(Promise.resolve());

  const open = async (): Promise<CaptureStage> => {
    await closing.current;
    // Text of an earlier visit that the disk refused then gets its next try before the field is filled from the disk.
    await deps.typing.settle(box.box);
    const loaded = await loadCapture(deps, box);
    if (!loaded.ok) return { state: "failed" };
    const { guide, codebook, usualLanguage } = loaded.value;
    const model = createCaptureModel(deps, box, guide, codebook, {
      lang: usualLanguage ?? texts.language().code,
      inlineCodes: () => settings.value.inlineCodes,
    });
    await model.ready;
    return { state: "ready", loaded: loaded.value, model };
  };

  // Opened anew for another box, or when asked to.
  useEffect(() => {
    let isGone = false;
    const close = (opened: CaptureStage) => {
      if (opened.state === "ready") void closeModel(opened.model);
    };
    let current: CaptureStage = { state: "loading" };
    stage.value = current;
    void open().then((opened) => {
      // Another window may have been found to write here meanwhile.
      if (isGone || stage.peek().state === "reading") close(opened);
      else stage.value = current = opened;
    });
    return () => {
      isGone = true;
      close(current);
    };
  }, [box, turn.value]);

  const again = () => {
    turn.value += 1;
  };
  const closeModel = (model: CaptureModel) => {
    closing.current = model.dispose();
    return closing.current;
  };
  useEffect(() => {
    // Where its file cannot be had, this window writes as if it were alone.
    const sharing = import("./share-screen.tsx")
      .then(({ shareScreen }) => shareScreen(deps, box, { stage, close: closeModel, open: again }))
      .catch(() => undefined);
    return () => void sharing.then((leave) => leave?.());
  }, [deps, box]);

  switch (stage.value.state) {
    case "loading":
      return <Busy />;
    case "failed":
      return (
        <Alert actions={<Button onClick={again}>{t("action.retry")}</Button>}>
          <p>{t("page.failed")}</p>
        </Alert>
      );
    case "reading":
      return stage.value.draw();
    case "ready":
      return (
        <CaptureLive
          deps={deps}
          box={box}
          loaded={stage.value.loaded}
          model={stage.value.model}
          onStale={again}
          above={above}
        />
      );
  }
};
