// The desk over the real disk, alone on a page, to look at: ?lang=sv&fill=1 starts with the practice round, fill=thread with
// a whole thread over it and the round after.
import { signal } from "@preact/signals";
import { render } from "preact";
import { createBrowserPlatform } from "../../../src/app/browser-platform.ts";
import { compose } from "../../../src/app/compose.ts";
import { makeDemoDesk } from "../../../src/app/demo/demo-desk.ts";
import { DeskRoutes } from "../../../src/app/desk/desk-routes.tsx";
import { AppRoot } from "../../../src/app/shell/app-root.tsx";
import { createSettingsModel, parseSettings } from "../../../src/app/shell/settings.ts";
import { isInterfaceCode } from "../../../src/i18n/languages.ts";
import { loadTexts } from "../../../src/i18n/load-texts.ts";
import { createTexts } from "../../../src/i18n/texts.ts";
import { createAnnouncer } from "../../../src/ui/announcer.tsx";
import { fillThread } from "./thread-world.ts";
import "../../../src/ui/all.css";

const wish = new URLSearchParams(location.search);
const lang = wish.get("lang") ?? "fi";
const language = isInterfaceCode(lang) ? lang : "fi";
const root = document.documentElement;
const texts = await createTexts({
  load: loadTexts,
  language,
  namespaces: ["common", "desk", "errors", "intake", "paper"],
  root,
});
const composed = await compose(createBrowserPlatform("demo", () => undefined));
if (!composed.ok) throw new Error(composed.error.type);
const deps = composed.value;
const settings = createSettingsModel({
  store: deps.device,
  texts,
  root,
  initial: parseSettings({ language, theme: wish.get("theme") }, []),
});
if (wish.has("fill")) {
  const words = { desk: "Lähellä ry", round: "Kevät 2027", unheld: "Torin teltta, pöytä 1" };
  const made = await makeDemoDesk(deps, words, () => undefined);
  if (made.ok && wish.get("fill") === "thread") await fillThread(deps, made.value);
}
const place = signal({ path: "", query: "" });
const follow = () => {
  const [path = "", query = ""] = location.hash.split("?", 2);
  place.value = { path, query };
};
follow();
addEventListener("hashchange", follow);
const Gallery = () => (
  <DeskRoutes
    key={place.value.path}
    deps={deps}
    path={place.value.path.split("/").slice(2)}
    query={place.value.query}
    openDemo={() => location.assign("?fill=1#/desk")}
  />
);
const stage = document.getElementById("app");
if (stage) {
  render(
    <AppRoot
      texts={texts}
      announcer={createAnnouncer()}
      settings={settings}
      reload={() => location.reload()}
    >
      <Gallery />
    </AppRoot>,
    stage,
  );
}
