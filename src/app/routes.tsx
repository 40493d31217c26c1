// Which screen stands at which address. The four on the way to the first keystroke are named here, all others in
// later-screens; each role's screens are a chunk of their own.
import type { ComponentChildren } from "preact";
import type { BoxScreen, LaterPage } from "./later-screens.tsx";
import type { OpenBox } from "./open-box.ts";
import type { Screen, ScreenProps } from "./screen-props.ts";
import { createLazyScreen } from "./shell/lazy-screen.tsx";
import type { Route } from "./shell/router.ts";

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
const Capture = createLazyScreen({
  load: async () => (await import("./scribe/capture-screen.tsx")).CaptureScreen,
  namespaces: ["scribe", "device", "errors"],
});
const Later = createLazyScreen({
  load: async () => (await import("./later-screens.tsx")).LaterScreen,
  namespaces: [],
});

/** The open session of the address; a locked or unknown one asks for its card. */
const ofSession =
  (draw: (box: OpenBox, props: ScreenProps) => ComponentChildren): Screen =>
  (props) => {
    const box = props.deps.workspace.open.value;
    const isHere = box?.kind === "session" && box.box === props.place.params.box;
    return isHere ? draw(box, props) : <Join deps={props.deps} />;
  };

const later =
  (page: LaterPage): Screen =>
  (props) => <Later {...props} page={page} />;
const laterOfSession = (page: BoxScreen): Screen =>
  ofSession((box, props) => <Later {...props} page={page} box={box} />);

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
  { path: "/session/:box/debrief", screen: laterOfSession("debrief") },
  { path: "/session/:box/review", screen: laterOfSession("review") },
  { path: "/session/:box/summary", screen: laterOfSession("summary") },
  { path: "/session/:box/clock", screen: laterOfSession("clock") },
  { path: "/session/:box/hand-over", screen: laterOfSession("hand-over") },
  { path: "/session/:box/qr", screen: laterOfSession("qr") },
  { path: "/session/:box/keeping", screen: later("keeping") },
  { path: "/desk", screen: later("desk") },
  { path: "/desk/:screen", screen: later("desk") },
  { path: "/desk/:screen/:part", screen: later("desk") },
  { path: "/desk/:screen/:part/:id", screen: later("desk") },
  { path: "/prepare", screen: later("prepare") },
  { path: "/settings", screen: later("settings") },
  { path: "/help", screen: later("help") },
  { path: "/briefing", screen: later("briefing") },
  { path: "/support", screen: later("support") },
  { path: "/accessibility", screen: later("accessibility") },
  { path: "/privacy", screen: later("privacy") },
];

/** Where a person goes on after a reload or a kill: the session being written, else the desk. */
export const placeToResume = (box: OpenBox): string =>
  box.kind === "desk" ? "/desk" : `/session/${box.box}/write`;
