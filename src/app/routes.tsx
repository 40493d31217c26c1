// Which screen stands at which address. Each role's screens are a chunk of their own.
import type { ComponentChildren } from "preact";
import { BoxId } from "../domain/schema.ts";
import type { AppDeps } from "./deps.ts";
import type { InstallEvent } from "./install-event.ts";
import type { OpenBox } from "./open-box.ts";
import { createLazyScreen } from "./shell/lazy-screen.tsx";
import type { Place, Route } from "./shell/router.ts";
import type { AppUpdate } from "./update.ts";

const Home = createLazyScreen({
  load: async () => (await import("./home/home-screen.tsx")).HomeScreen,
  namespaces: ["session", "device", "errors"],
});
const Join = createLazyScreen({
  load: async () => (await import("./session/join-screen.tsx")).JoinScreen,
  namespaces: ["session", "device", "errors"],
});
const Start = createLazyScreen({
  load: async () => (await import("./session/start-screen.tsx")).StartScreen,
  namespaces: ["session", "device", "errors"],
});
const HandOver = createLazyScreen({
  load: async () => (await import("./session/hand-over-screen.tsx")).HandOverScreen,
  namespaces: ["session", "errors"],
});
const Keeping = createLazyScreen({
  load: async () => (await import("./keeping/keeping-screen.tsx")).KeepingScreen,
  namespaces: ["session", "errors"],
});
const Capture = createLazyScreen({
  load: async () => (await import("./scribe/capture-screen.tsx")).CaptureScreen,
  namespaces: ["scribe", "device", "errors"],
});
const Desk = createLazyScreen({
  load: async () => (await import("./desk/desk-routes.tsx")).DeskRoutes,
  namespaces: ["desk", "intake", "paper", "safety", "prepare", "briefing", "errors"],
});
const Settings = createLazyScreen({
  load: async () => (await import("./shell/settings-screen.tsx")).SettingsScreen,
  namespaces: ["settings", "support", "errors"],
});
const Help = createLazyScreen({
  load: async () => (await import("./shell/help-screen.tsx")).HelpScreen,
  namespaces: ["help", "support", "briefing"],
});
const Prepare = createLazyScreen({
  load: async () => (await import("./prepare/prepare-screen.tsx")).PrepareScreen,
  namespaces: ["prepare", "device", "session", "errors"],
});
const Briefing = createLazyScreen({
  load: async () => (await import("./prepare/briefing-screen.tsx")).BriefingScreen,
  namespaces: ["briefing"],
});
const Support = createLazyScreen({
  load: async () => (await import("./support/support-screen.tsx")).SupportScreen,
  namespaces: ["support", "errors"],
});
const Accessibility = createLazyScreen({
  load: async () => (await import("./shell/own-statement.tsx")).OwnStatement,
  namespaces: ["a11y"],
});
const Privacy = createLazyScreen({
  load: async () => (await import("./shell/privacy-screen.tsx")).PrivacyScreen,
  namespaces: ["privacy"],
});

export type ScreenProps = {
  readonly deps: AppDeps;
  readonly place: Place<Screen>;
  readonly openDemo: () => void;
  readonly install: InstallEvent;
  readonly update: Pick<AppUpdate, "offlineReady" | "offlineImpossible">;
};
export type Screen = (props: ScreenProps) => ComponentChildren;

/** The open session of the address; a locked or unknown one asks for its card. */
const ofSession =
  (draw: (box: OpenBox, props: ScreenProps) => ComponentChildren): Screen =>
  (props) => {
    const box = props.deps.workspace.open.value;
    const isHere = box?.kind === "session" && box.box === props.place.params.box;
    return isHere ? draw(box, props) : <Join deps={props.deps} />;
  };

const desk: Screen = ({ deps, place, openDemo }) => {
  const path = place.path.split("/").slice(2);
  return <Desk deps={deps} path={path} query={place.query} openDemo={openDemo} />;
};

export const routes: readonly Route<Screen>[] = [
  { path: "/", screen: ({ deps }) => <Home deps={deps} /> },
  { path: "/join", screen: ({ deps }) => <Join deps={deps} /> },
  {
    path: "/join/:data",
    screen: ({ deps, place }) => <Join deps={deps} data={place.params.data ?? ""} />,
  },
  {
    path: "/session/:box/start",
    screen: ofSession((box, { deps, update }) => <Start deps={deps} box={box} {...update} />),
  },
  {
    path: "/session/:box/write",
    screen: ofSession((box, { deps }) => <Capture deps={deps} box={box} />),
  },
  {
    path: "/session/:box/hand-over",
    screen: ofSession((box, { deps }) => <HandOver deps={deps} box={box} />),
  },
  {
    // For a locked session too: needs no key.
    path: "/session/:box/keeping",
    screen: ({ deps, place }) => {
      const box = BoxId.safeParse(place.params.box);
      return box.success ? <Keeping deps={deps} box={box.data} /> : <Home deps={deps} />;
    },
  },
  { path: "/desk", screen: desk },
  { path: "/desk/:screen", screen: desk },
  { path: "/desk/:screen/:part", screen: desk },
  {
    path: "/prepare",
    screen: ({ deps, place, update, install }) => (
      <Prepare deps={deps} query={place.query} install={install} {...update} />
    ),
  },
  { path: "/settings", screen: ({ deps }) => <Settings deps={deps} /> },
  { path: "/help", screen: () => <Help /> },
  { path: "/briefing", screen: () => <Briefing /> },
  {
    path: "/support",
    screen: ({ deps, update }) => <Support deps={deps} offlineReady={update.offlineReady} />,
  },
  { path: "/accessibility", screen: () => <Accessibility /> },
  { path: "/privacy", screen: () => <Privacy /> },
];

/** Where a person goes on after a reload or a kill: the session being written, else the desk. */
export const placeToResume = (box: OpenBox): string =>
  box.kind === "desk" ? "/desk" : `/session/${box.box}/write`;
