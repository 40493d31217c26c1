// The app as people see it: the screen of the address, and the offer of a new version.

import { useSignal } from "@preact/signals";
import { DemoBanner } from "./demo/demo-banner.tsx";
import type { AppDeps } from "./deps.ts";
import type { Screen } from "./routes.tsx";
import { createLazyScreen } from "./shell/lazy-screen.tsx";
import { NotFoundScreen } from "./shell/not-found-screen.tsx";
import type { Router } from "./shell/router.ts";
import type { AppUpdate } from "./update.ts";
import { UpdateOffer } from "./update-offer.tsx";

const DemoDoor = createLazyScreen({
  load: async () => (await import("./demo/demo-door.tsx")).DemoDoor,
  namespaces: ["common"],
});

export type AppProps = {
  readonly deps: AppDeps;
  readonly router: Router<Screen>;
  readonly update: AppUpdate;
  readonly isDemo: boolean;
  readonly openDemo: () => void;
};

export const App = ({ deps, router, update, isDemo, openDemo }: AppProps) => {
  const place = router.place.value;
  const { screen } = place;
  // The practice desk is open from its first record on; people see it when it is whole.
  const isDemoReady = useSignal(false);
  const isDoorClosed = isDemo && !(isDemoReady.value && deps.workspace.open.value);
  return (
    <>
      {isDemo && <DemoBanner />}
      <UpdateOffer update={update} />
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
          {screen({ deps, place, openDemo, update })}
        </div>
      ) : (
        <NotFoundScreen />
      )}
    </>
  );
};
