// Every screen that is not on the way to the scribe's first keystroke. The list is a file of its own, since the first
// load is counted in bytes.
import type { ComponentChildren } from "preact";
import { BoxId } from "../domain/schema.ts";
import type { OpenBox } from "./open-box.ts";
import type { ScreenProps } from "./screen-props.ts";
import { createLazyScreen } from "./shell/lazy-screen.tsx";

const Debrief = createLazyScreen({
  load: async () => (await import("./scribe/debrief-screen.tsx")).DebriefScreen,
  namespaces: ["debrief", "scribe", "device", "errors"],
});
const Review = createLazyScreen({
  load: async () => (await import("./facilitator/review-screen.tsx")).ReviewScreen,
  namespaces: ["review", "suggestions", "agreement", "scribe", "hints", "errors"],
});
const Summary = createLazyScreen({
  load: async () => (await import("./session/summary-screen.tsx")).SummaryScreen,
  namespaces: ["debrief", "errors"],
});
const Clock = createLazyScreen({
  load: async () => (await import("./facilitator/clock-screen.tsx")).ClockScreen,
  namespaces: ["clock", "errors"],
});
const HandOver = createLazyScreen({
  load: async () => (await import("./session/hand-over-screen.tsx")).HandOverScreen,
  namespaces: ["session", "hints", "transfer", "errors"],
});
const Qr = createLazyScreen({
  load: async () => (await import("./session/qr-screen.tsx")).QrScreen,
  namespaces: ["transfer", "session", "errors"],
});
const Keeping = createLazyScreen({
  load: async () => (await import("./keeping/keeping-screen.tsx")).KeepingScreen,
  namespaces: ["session", "errors"],
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
const NotFound = createLazyScreen({
  load: async () => (await import("./shell/not-found-screen.tsx")).NotFoundScreen,
  namespaces: ["common"],
});
const Privacy = createLazyScreen({
  load: async () => (await import("./shell/privacy-screen.tsx")).PrivacyScreen,
  namespaces: ["privacy"],
});

/** Of an open session. */
const ofBox: Readonly<Record<BoxScreen, (box: OpenBox, props: ScreenProps) => ComponentChildren>> =
  {
    debrief: (box, { deps, place }) => <Debrief deps={deps} box={box} query={place.query} />,
    review: (box, { deps }) => <Review deps={deps} box={box} />,
    summary: (box, { deps }) => <Summary deps={deps} box={box} />,
    clock: (box, { deps }) => <Clock deps={deps} box={box} />,
    "hand-over": (box, { deps }) => <HandOver deps={deps} box={box} />,
    qr: (box, { deps }) => <Qr deps={deps} box={box} />,
  };

const pages: Readonly<Record<LaterPage, (props: ScreenProps) => ComponentChildren>> = {
  // For a locked session too: needs no key.
  keeping: ({ deps, place }) => {
    const box = BoxId.safeParse(place.params.box);
    return box.success ? <Keeping deps={deps} box={box.data} /> : <NotFound />;
  },
  desk: ({ deps, place, openDemo }) => {
    const path = place.path.split("/").slice(2);
    return <Desk deps={deps} path={path} query={place.query} openDemo={openDemo} />;
  },
  prepare: ({ deps, place, update, install }) => (
    <Prepare deps={deps} query={place.query} install={install} {...update} />
  ),
  settings: ({ deps }) => <Settings deps={deps} />,
  help: () => <Help />,
  briefing: () => <Briefing />,
  support: ({ deps, update }) => <Support deps={deps} offlineReady={update.offlineReady} />,
  accessibility: () => <Accessibility />,
  privacy: () => <Privacy />,
};

export type BoxScreen = "debrief" | "review" | "summary" | "clock" | "hand-over" | "qr";
export type LaterPage =
  | "keeping"
  | "desk"
  | "prepare"
  | "settings"
  | "help"
  | "briefing"
  | "support"
  | "accessibility"
  | "privacy";

export type LaterScreenProps = ScreenProps &
  (
    | { readonly page: LaterPage; readonly box?: undefined }
    | { readonly page: BoxScreen; readonly box: OpenBox }
  );

export const LaterScreen = (props: LaterScreenProps) => (
  <>{props.box ? ofBox[props.page](props.box, props) : pages[props.page](props)}</>
);
