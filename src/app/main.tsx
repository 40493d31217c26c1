// Where the app starts in the browser: the disk, the words, whatever was open, then the first screen.
import { effect, signal } from "@preact/signals";
import { render } from "preact";
import { chooseLanguage } from "../i18n/languages.ts";
import { loadTexts } from "../i18n/load-texts.ts";
import { createTexts } from "../i18n/texts.ts";
import "../ui/all.css";
import { createAnnouncer } from "../ui/announcer.tsx";
import { App } from "./app.tsx";
import { createAppWorker } from "./app-worker.ts";
import { createBrowserPlatform, type Mode } from "./browser-platform.ts";
import { compose } from "./compose.ts";
import type { AppDeps } from "./deps.ts";
import { catchInstallEvent } from "./install-event.ts";
import { placeToResume, routes } from "./routes.tsx";
import { AppRoot } from "./shell/app-root.tsx";
import { HaltedScreen } from "./shell/halted-screen.tsx";
import { createRouter } from "./shell/router.ts";
import { createSettingsModel, readSettings } from "./shell/settings.ts";
import { startAppUpdate } from "./update.ts";

const asked = new URLSearchParams(location.search);
const mode: Mode = asked.has("practice") ? "practice" : asked.has("demo") ? "demo" : "real";

const saveNotes = async (deps: AppDeps) => {
  const { saveOpenBox } = await import("./session/rescue-notes.ts");
  await saveOpenBox(deps);
};

/** A locked tablet still delivers: what lies here sealed is sent without any key. */
const sendWhatWaits = async (deps: AppDeps) => {
  const boxes = await deps.device.listBoxes();
  if (boxes.ok && boxes.value.length > 0) await deps.courier.sendNow();
};

/** Sessions that the desk holds and whose time is up; told a day before, and listed on the first page after. */
const letGo = async (deps: AppDeps) => {
  const { sweep } = await import("./keeping/removal.ts");
  await sweep(deps);
};

const openDemo = () => {
  location.assign("./?demo=1#/desk");
};

const start = async (place: HTMLElement, layer: HTMLElement): Promise<void> => {
  const isSuperseded = signal(false);
  const platform = createBrowserPlatform(mode, () => {
    isSuperseded.value = true;
  });
  const composed = await compose(platform);
  const wishes = navigator.languages;
  const root = document.documentElement;
  const initial = composed.ok
    ? await readSettings(composed.value.device, wishes)
    : { language: chooseLanguage(wishes) };
  const namespaces = ["common", "errors"] as const;
  const texts = await createTexts({
    language: initial.language,
    namespaces,
    root,
    load: loadTexts,
  });
  if (!composed.ok || !("theme" in initial)) {
    const reason = composed.ok ? "store-failed" : composed.error.type;
    render(<HaltedScreen texts={texts} reason={reason} />, place);
    return;
  }

  const deps = composed.value;
  const settings = createSettingsModel({ store: deps.device, texts, root, initial });
  const router = createRouter(routes, window);
  void deps.marks.start();
  void import("./support/fault-log.ts").then(
    ({ startFaultLog }) => startFaultLog({ ...deps, now: deps.env.now, page: window }),
    () => undefined, // Without its file nothing is noted, and nothing else changes.
  );
  const resumed = mode === "real" ? await deps.workspace.resume() : undefined;
  if (resumed && router.place.value.path === "/") {
    router.navigate(placeToResume(resumed), { replace: true });
  }
  const guard = async () => {
    const { startGuard } = await import("./guard/start-guard.tsx");
    startGuard(deps, texts, { app: place, layer }, resumed !== undefined);
  };
  if (resumed?.facts().pin) {
    // Covered before anything is drawn; where the cover cannot be had, only the card opens.
    await guard().catch(deps.workspace.lock);
  } else {
    void guard();
  }

  const update = startAppUpdate({
    worker: createAppWorker(),
    isBusy: () =>
      /\/(write|debrief)$/.test(router.place.value.path) ||
      deps.courier.state.value.activity === "sending",
    reload: () => location.reload(),
  });
  render(
    <AppRoot
      texts={texts}
      announcer={createAnnouncer()}
      settings={settings}
      saveNotes={() => void saveNotes(deps)}
      reload={() => location.reload()}
    >
      <App
        deps={deps}
        router={router}
        update={update}
        mode={mode}
        openDemo={openDemo}
        install={install}
      />
    </AppRoot>,
    place,
  );
  void sendWhatWaits(deps).then(() => letGo(deps));
  effect(() => {
    // The database went to a newer version in another window: what is open here could no longer be saved.
    if (isSuperseded.value) render(<HaltedScreen texts={texts} reason="superseded" />, place);
  });
};

// At once: the browser makes its offer before the first screen is there.
const install = catchInstallEvent(window);
const place = document.getElementById("app");
const layer = document.getElementById("guard");
if (place && layer) {
  // A projector's window shows what the desk's window sends, and opens nothing.
  if (asked.has("show")) {
    void import("./show/start-show.tsx").then(({ startShow }) => startShow(place));
  } else void start(place, layer);
}
