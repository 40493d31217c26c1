// Every component on one page, to look at and to test in a real browser: ?lang=ar&theme=dark&view=dock
import { render } from "preact";
import { AppRoot } from "../../../src/app/shell/app-root.tsx";
import { createSettingsModel, parseSettings } from "../../../src/app/shell/settings.ts";
import { ok } from "../../../src/base/result.ts";
import { isInterfaceCode } from "../../../src/i18n/languages.ts";
import { loadTexts } from "../../../src/i18n/load-texts.ts";
import { createTexts } from "../../../src/i18n/texts.ts";
import { createAnnouncer } from "../../../src/ui/announcer.tsx";
import "../../../src/ui/all.css";
import { Components } from "./components.tsx";
import { Dock } from "./dock.tsx";
import { smallPages } from "./small-pages.tsx";

const wish = new URLSearchParams(location.search);
const lang = wish.get("lang") ?? "fi";
const language = isInterfaceCode(lang) ? lang : "fi";
const root = document.documentElement;
const texts = await createTexts({
  load: loadTexts,
  language,
  namespaces: ["a11y", "common", "errors", "help", "privacy", "settings"],
  root,
});
const settings = createSettingsModel({
  store: { readSetting: async () => ok(undefined), writeSetting: async () => ok(undefined) },
  texts,
  root,
  initial: parseSettings({ language, theme: wish.get("theme"), textSize: wish.get("size") }, []),
});
const views = { components: <Components />, dock: <Dock />, ...smallPages };
const name = wish.get("view") ?? "components";
const view = Object.entries(views).find(([key]) => key === name)?.[1] ?? views.components;
const place = document.getElementById("app");
if (place) {
  render(
    <AppRoot
      texts={texts}
      announcer={createAnnouncer()}
      settings={settings}
      reload={() => location.reload()}
    >
      {view}
    </AppRoot>,
    place,
  );
}
