// The live screen once everything is there: log above, field below, and what the window and the keyboard do to them.
import { useSignal, useSignalEffect } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { Button } from "../../ui/button.tsx";
import { Busy } from "../../ui/progress.tsx";
import { useT, useTexts } from "../../ui/use-texts.ts";
import type { AppDeps } from "../deps.ts";
import type { OpenBox } from "../open-box.ts";
import { contentsKey, type SessionContents } from "../session/session-contents.ts";
import { toggleMark } from "../session/tag-changes.ts";
import { sessionFieldsOf } from "../session-plan.ts";
import { useSettings } from "../shell/app-root.tsx";
import { createLazyScreen } from "../shell/lazy-screen.tsx";
import { browserWakeHost, createWakeLock } from "../wake-lock.ts";
import { CaptureContext, type CaptureContextValue, type Panel } from "./capture-context.ts";
import { CaptureDock } from "./capture-dock.tsx";
import { CaptureHeader } from "./capture-header.tsx";
import { toCaptureAction } from "./capture-keys.ts";
import { CaptureLog } from "./capture-log.tsx";
import type { CaptureModel } from "./capture-model.ts";
import { loadRowActions } from "./log-row.tsx";
import { useKeeping } from "./opened-session.tsx";
import { useRoom } from "./use-room.ts";
import "./capture.css";
import "./capture-panels.css";
import "./capture-low.css";
import "./capture-dock.css";
import "./capture-log.css";

const tickMs = 15_000;

const loadDetails = async () => (await import("./details-panel.tsx")).DetailsPanel;
const loadReading = () => import("./reading-panels.tsx");
const namespaces = ["scribe"] as const;
const DetailsPanel = createLazyScreen({ load: loadDetails, namespaces });
const AlarmPanel = createLazyScreen({
  load: async () => (await loadReading()).AlarmPanel,
  namespaces,
});
const KeysPanel = createLazyScreen({
  load: async () => (await loadReading()).KeysPanel,
  namespaces,
});

/** What is one tap away comes after the field and before the tap, so that it is there when the network is not. */
const fetchPanels = () => {
  // A failure is shown, with a new try, when the panel is opened.
  void Promise.allSettled([loadDetails(), loadReading(), loadRowActions()]);
};

const isField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.matches("input, textarea, select");

const useKeys = ({ model, panel, field }: CaptureContextValue) => {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.isComposing && panel.value !== "none") {
        panel.value = "none";
        field.current?.focus();
        return;
      }
      const action = toCaptureAction(event, {
        isInField: isField(event.target),
        isFieldEmpty: model.draft.value.text === "",
      });
      if (!action) return;
      event.preventDefault();
      if (action.type === "dimension") void model.tagDimension(action.number);
      else if (action.type === "star") void model.tag(toggleMark("star"));
      else if (action.type === "next-question") void model.nextQuestion();
      else if (action.type === "undo") void model.undo();
      else if (action.type === "keys") panel.value = "keys";
      else void model.editLatest().then(() => field.current?.focus());
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [model, panel, field]);
};

/** The clock is right again when the page comes back. */
const useClock = ({ model }: CaptureContextValue) => {
  useEffect(() => {
    const ticking = setInterval(model.tick, tickMs);
    document.addEventListener("visibilitychange", model.tick);
    return () => {
      clearInterval(ticking);
      document.removeEventListener("visibilitychange", model.tick);
    };
  }, [model]);
};

export type CaptureLiveProps = {
  readonly deps: AppDeps;
  readonly box: OpenBox;
  readonly loaded: SessionContents;
  readonly model: CaptureModel;
  /** A plan arrived that names other questions or another codebook. */
  readonly onStale: () => void;
  /** Between header and log. */
  readonly above?: ComponentChildren;
};

export const CaptureLive = ({ deps, box, loaded, model, onStale, above }: CaptureLiveProps) => {
  const t = useT("scribe");
  const spoken = useTexts().spoken("scribe");
  const shell = useRef<HTMLElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const panel = useSignal<Panel>("none");
  const isLocking = useSignal(false);
  const settings = useSettings().settings.value;
  const value = useMemo(
    () => ({ ...loaded, box, settings, model, panel, field, delivery: deps.delivery }),
    [loaded, box, settings, model, panel, deps],
  );
  const wake = useMemo(() => createWakeLock(browserWakeHost()), []);
  useRoom(shell);
  useKeys(value);
  useClock(value);
  useKeeping(deps, box, model);
  useEffect(() => {
    wake.start();
    fetchPanels();
    field.current?.focus({ preventScroll: true });
    return wake.stop;
  }, [wake]);
  useSignalEffect(() => {
    const records = model.log.records.value;
    if (model.log.state.value !== "ready") return;
    if (contentsKey(sessionFieldsOf(records, box.facts().card)) !== loaded.key) onStale();
  });
  const lock = () => {
    isLocking.value = true;
    void deps.locking.lockUp().then((isLocked) => {
      isLocking.value = false;
      if (isLocked) location.hash = "#/";
    });
  };
  const open = panel.value;
  return (
    <CaptureContext.Provider value={value}>
      <main
        ref={shell}
        class="capture"
        lang={spoken.code}
        dir={spoken.dir}
        data-dock={settings.dock}
        data-panel={open}
      >
        <CaptureHeader deps={deps} box={box} wake={wake} onLock={lock} />
        {isLocking.value && <Busy label={t("menu.locking")} />}
        {loaded.isSubstitute && <p class="capture-notice">{t("load.substitute")}</p>}
        {above}
        <CaptureLog />
        {open === "details" && <DetailsPanel />}
        {open === "alarm" && <AlarmPanel />}
        {open === "keys" && <KeysPanel />}
        {open === "log" ? (
          <div class="capture-back">
            <Button
              kind="primary"
              onClick={() => {
                panel.value = "none";
              }}
            >
              {t("log.back")}
            </Button>
          </div>
        ) : (
          <CaptureDock />
        )}
      </main>
    </CaptureContext.Provider>
  );
};
