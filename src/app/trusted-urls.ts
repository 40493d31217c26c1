// The one Trusted Types policy of the app. It lets through the service worker and the app's own worker files, in
// whatever folder the app lies, and nothing else: no other string can become a script.

/** Only the development server has `src/`. */
const ownFile = /^(sw\.js|assets\/workers\/[\w-]+\.js|src\/[\w/-]+-worker\.ts)$/;

/** Whether the address is the service worker or a worker file of the app that lies at `appUrl`. */
export const isOwnWorker = (url: string, appUrl: string): boolean => {
  const folder = new URL(".", appUrl).href;
  if (!URL.canParse(url, folder)) return false;
  const { origin, pathname, hash } = new URL(url, folder);
  const address = `${origin}${pathname}`;
  return hash === "" && address.startsWith(folder) && ownFile.test(address.slice(folder.length));
};

type Policy = { readonly createScriptURL: (url: string) => unknown };
type PolicyFactory = { readonly createPolicy: (name: string, rules: Policy) => Policy };

const refuseForeign = (url: string): string => {
  if (isOwnWorker(url, document.baseURI)) return url;
  throw new TypeError("not a worker of this app");
};

let policy: Policy | undefined;

/** The address in the form that `new Worker` and `register` take under our content policy. Throws for foreign ones. */
export const trustedWorkerUrl = (url: string): string => {
  // The library has no types for Trusted Types yet. The object is used as a string by its two takers only.
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
  policy ??= trustedTypes?.createPolicy("sw-url", { createScriptURL: refuseForeign });
  return policy ? (policy.createScriptURL(url) as string) : refuseForeign(url);
};
