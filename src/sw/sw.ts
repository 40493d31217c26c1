// Keeps the app's own files for work without a network, and nothing else: it never opens the database and never
// answers for the hub. A new version waits until a person asks for it and no other window of the app is open.
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  type PrecacheEntry,
  precacheAndRoute,
} from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";

declare const self: ServiceWorkerGlobalScope & {
  readonly __WB_MANIFEST: readonly (PrecacheEntry | string)[];
};

precacheAndRoute([...self.__WB_MANIFEST]);
cleanupOutdatedCaches();

// Routes live behind the #, so one page is the whole app. Any other address goes to the network as it is.
const folder = new URL(self.registration.scope).pathname.replace(/[^\w/]/g, "\\$&");
registerRoute(
  new NavigationRoute(createHandlerBoundToURL("index.html"), {
    allowlist: [new RegExp(`^${folder}(index\\.html)?(\\?.*)?$`)],
  }),
);

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

const countWindows = async () => {
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  return windows.filter(({ url }) => url.startsWith(self.registration.scope)).length;
};

// Another window may hold unsent text, and would lose the files of the version that it runs.
const takeOver = async (port: MessagePort | undefined) => {
  const isAlone = (await countWindows()) <= 1;
  port?.postMessage(isAlone ? "taking-over" : "other-windows");
  if (isAlone) await self.skipWaiting();
};

self.addEventListener("message", (event) => {
  if (event.data?.type === "take-over") event.waitUntil(takeOver(event.ports[0]));
});
