// The app as people see it: the screen of the address, and the offer of a new version.

import { useSignal } from "@preact/signals";
import type { Mode } from "./browser-platform.ts";
import { DemoBanner } from "./demo/demo-banner.tsx";
import type { AppDeps } from "./deps.ts";
import type { InstallEvent } from "./install-event.ts";
import type { Screen } from "./screen-props.ts";
import { createLazyScreen } from "./shell/lazy-screen.tsx";
import type { Router } from "./shell/router.ts";
import type { AppUpdate } from "./update.ts";

const DemoDoor = createLazyScreen({
  load: async () => (await import("./demo/demo-door.tsx")).DemoDoor,
  namespaces: ["common"],
});

const NotFoundScreen = createLazyScreen({
  load: async () => (await import("./shell/not-found-screen.tsx")).NotFoundScreen,
  namespaces: ["common"],
});

const UpdateOffer = createLazyScreen({
  load: async () => (await import("./update-offer.tsx")).UpdateOffer,
  namespaces: ["common"],
});

const LeftoverNotice = createLazyScreen({
  load: async () => (await import("./guard/leftover-notice.tsx")).LeftoverNotice,
  namespaces: ["common"],
});

const PracticeRoom = createLazyScreen({
  load: async () => (await import("./prepare/practice-room.tsx")).PracticeRoom,
  namespaces: ["prepare", "scribe", "device", "errors"],
});

export type AppProps = {
  readonly deps: AppDeps;
  readonly router: Router<Screen>;
  readonly update: AppUpdate;
  readonly mode: Mode;
  readonly openDemo: () => void;
  readonly install: InstallEvent;
};

export const App = ({ deps, router, update, mode, openDemo, install }: AppProps) => {
  const place = router.place.value;
  const { screen } = place;
  const isDemo = mode === "demo";
  // The practice desk is open from its first record on; people see it when it is whole.
  const isDemoReady = useSignal(false);
  const isDoorClosed = isDemo && !(isDemoReady.value && deps.workspace.open.value);
  if (mode === "practice") return <PracticeRoom deps={deps} />;
  return (
    <>
      {isDemo && <DemoBanner />}
      {update.updateReady.value && <UpdateOffer update={update} />}
      {deps.locking.leftovers.value.map((leftover) => (
        <LeftoverNotice key={leftover.name} locking={deps.locking} leftover={leftover} />
      ))}
      {isDoorClosed ? (
        <DemoDoor
          deps={deps}
          onReady={() => {
            isDemoReady.value = true;
          }}
        />
      ) : screen ? (
        // A new address is a new screen: nothing of the last one may stay.
        <div class="app-screen" key={place.path}>
          {screen({ deps, place, openDemo, install, update })}
        </div>
      ) : (
        <NotFoundScreen />
      )}
    </>
  );
};
