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
import { createLazyScreen } from "../shell/lazy-screen.tsx";
import type { WritingHold } from "../writing-hold.ts";
import { CaptureLive } from "./capture-live.tsx";
import { type CaptureModel, createCaptureModel } from "./capture-model.ts";
import { type LoadedCapture, loadCapture } from "./load-capture.ts";

const Elsewhere = createLazyScreen({
  load: async () => (await import("./capture-elsewhere.tsx")).CaptureElsewhere,
  namespaces: ["device"],
});

type Stage =
  | { readonly state: "loading" }
  | { readonly state: "failed" }
  /** Another window writes here. */
  | { readonly state: "reading" }
  | { readonly state: "ready"; readonly loaded: LoadedCapture; readonly model: CaptureModel };

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
  const stage = useSignal<Stage>({ state: "loading" });
  const turn = useSignal(0);
  const closing = useRef<Promise<void>>(Promise.resolve());
  const hold = useSignal<WritingHold | undefined>(undefined);

  const open = async (): Promise<Stage> => {
    await closing.current;
    // Text of an earlier visit that the disk refused then gets its next try before the field is filled from the disk.
    await deps.typing.settleAll();
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
    const close = (opened: Stage) => {
      if (opened.state === "ready") closing.current = opened.model.dispose();
    };
    let current: Stage = { state: "loading" };
    stage.value = current;
    void open().then((opened) => {
      if (isGone) close(opened);
      // Another window may have been found to write here meanwhile.
      else if (stage.peek().state === "reading") close(opened);
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
  const readyModel = () => {
    const now = stage.peek();
    return now.state === "ready" ? now.model : undefined;
  };

  useEffect(() => {
    let isGone = false;
    const share = async () => {
      // After the first screen: a second window is rare, and no keystroke waits for the answer.
      const [{ shareBox }, holdWriting] = await Promise.all([
        import("./shared-box.ts"),
        deps.holdWriting(),
      ]);
      if (isGone) return;
      hold.value = shareBox({
        holdWriting,
        box,
        current: readyModel,
        leave: async () => {
          const model = readyModel();
          stage.value = { state: "reading" };
          if (model) closing.current = model.dispose();
          await closing.current;
        },
        enter: () => {
          if (stage.peek().state === "reading") again();
        },
      });
    };
    // Where the file cannot be had there is one window less to think of, and the notes are as safe as before.
    share().catch(() => undefined);
    return () => {
      isGone = true;
      hold.peek()?.release();
      hold.value = undefined;
    };
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
      return hold.value ? <Elsewhere box={box} hold={hold.value} /> : <Busy />;
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

/** For routes: the screen of an open session box. */
export const renderCapture = (deps: AppDeps, box: OpenBox) => (
  <CaptureScreen key={box.box} deps={deps} box={box} />
);
