// Starts the projector's window: words and a channel, no database, no key, no desk.
import { render } from "preact";
import { chooseLanguage, isInterfaceCode } from "../../i18n/languages.ts";
import { loadTexts } from "../../i18n/load-texts.ts";
import { createTexts } from "../../i18n/texts.ts";
import { TextsContext } from "../../ui/use-texts.ts";
import { browserWakeHost, createWakeLock } from "../wake-lock.ts";
import { createProjectorModel } from "./projector-model.ts";
import { ProjectorScreen } from "./projector-screen.tsx";
import { createOpenShowChannel } from "./show-channel.ts";

export const startShow = async (place: HTMLElement): Promise<void> => {
  const asked = new URLSearchParams(location.hash.slice(1));
  const root = document.documentElement;
  const code = asked.get("lang") ?? "";
  const texts = await createTexts({
    language: isInterfaceCode(code) ? code : chooseLanguage(navigator.languages),
    namespaces: ["common", "event"],
    root,
    load: loadTexts,
  });
  document.title = texts.translate("event")("show.window");
  const open = createOpenShowChannel((name) => new BroadcastChannel(name));
  const model = createProjectorModel(open, asked.get("event") ?? "");
  addEventListener("pagehide", model.stop);
  // Brought back by the browser's own memory: its channel is closed, so it begins anew.
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) location.reload();
  });
  createWakeLock(browserWakeHost()).start();
  const toggleFullScreen = () => {
    // A browser that refuses leaves the window as it is, which is seen.
    if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
    else void root.requestFullscreen?.().catch(() => undefined);
  };
  render(
    <TextsContext.Provider value={texts}>
      <ProjectorScreen model={model} page={{ root, toggleFullScreen }} />
    </TextsContext.Provider>,
    place,
  );
};
