// A screen that writes in a session: opens what it needs, one model at a time (the last one's draft is on the disk before
// the next reads it), and hands the writing over when another window of this browser asks for it.
import { type Signal, useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Button } from "../../ui/button.tsx";
import { Alert } from "../../ui/message.tsx";
import { Busy } from "../../ui/progress.tsx";
import { useT } from "../../ui/use-texts.ts";
import type { AppDeps } from "../deps.ts";
import type { OpenBox } from "../open-box.ts";
import { loadContents, type SessionContents } from "../session/session-contents.ts";
import type { Stage } from "./session-stage.ts";
import type { SharedModel } from "./shared-box.ts";

export type SessionModel = SharedModel & {
  readonly ready: Promise<void>;
  /** Writes at once what is unwritten: the page is about to go. */
  readonly flush: () => Promise<void>;
  readonly dispose: () => Promise<void>;
};

export type OpenedSessionProps<M> = {
  readonly deps: AppDeps;
  readonly box: OpenBox;
  readonly create: (loaded: SessionContents) => M;
  /** `again` opens everything anew: a plan arrived that names other contents. */
  readonly draw: (loaded: SessionContents, model: M, again: () => void) => ComponentChildren;
};

export const OpenedSession = <M extends SessionModel>(props: OpenedSessionProps<M>) => {
  const { deps, box, create, draw } = props;
  const t = useT("common");
  const stage: Signal<Stage<M>> = useSignal<Stage<M>>({ state: "loading" });
  const turn = useSignal(0);
  const closing = useRef<Promise<void>>(Promise.resolve());

  const open = async (): Promise<Stage<M>> => {
    await closing.current;
    // Text of an earlier visit that the disk refused then gets its next try before the field is filled from the disk.
    await deps.typing.settle(box.box);
    const loaded = await loadContents(deps, box);
    if (!loaded.ok) return { state: "failed" };
    const model = create(loaded.value);
    await model.ready;
    return { state: "ready", loaded: loaded.value, model };
  };

  // Opened anew for another box, or when asked to.
  useEffect(() => {
    let isGone = false;
    const close = (opened: Stage<M>) => {
      if (opened.state === "ready") void closeModel(opened.model);
    };
    let current: Stage<M> = { state: "loading" };
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
  const closeModel = (model: M) => {
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
      return <>{stage.value.draw()}</>;
    case "ready":
      return <>{draw(stage.value.loaded, stage.value.model, again)}</>;
  }
};

/** What is being typed reaches the disk before the page goes, and stays known where the disk would not take it. */
export const useKeeping = (
  deps: Pick<AppDeps, "typing">,
  { box }: Pick<OpenBox, "box">,
  model: Pick<SessionModel, "settle" | "flush">,
) => {
  useEffect(() => {
    const leave = deps.typing.register(box, model.settle);
    const flush = () => void model.flush();
    document.addEventListener("visibilitychange", flush);
    window.addEventListener("pagehide", flush);
    return () => {
      document.removeEventListener("visibilitychange", flush);
      window.removeEventListener("pagehide", flush);
      // For the next try, and for locking.
      void model.settle().then((unkept) => unkept.length === 0 && leave());
    };
  }, [deps, box, model]);
};
