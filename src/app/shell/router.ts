// Hash routes on signals: static files suffice, and what stands behind the # reaches no server. No note text goes there.
import { type ReadonlySignal, signal } from "@preact/signals";

/** `/session/:box/write`; a part with a colon matches one segment. */
export type Route<S> = { readonly path: string; readonly screen: S };
export type Place<S> = {
  /** Undefined: no route has this address. */
  readonly screen: S | undefined;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  /** What stands behind a `?` within the hash: ids of a filter, never words. */
  readonly query: string;
};

export type Router<S> = {
  readonly place: ReadonlySignal<Place<S>>;
  /** `replace` leaves no step to go back to: after joining, so that the card is not reopened. */
  readonly navigate: (path: string, options?: { readonly replace?: boolean }) => void;
  readonly stop: () => void;
};

/** What a router needs of `window`. */
export type RouterHost = Pick<
  Window,
  "location" | "history" | "addEventListener" | "removeEventListener"
>;

const decode = (part: string): string | undefined => {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined; // Its only failure is a malformed escape.
  }
};

const matchOne = (pattern: string, path: string): Record<string, string> | undefined => {
  const wanted = pattern.split("/");
  const given = path.split("/");
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    const value = decode(given[at] ?? "");
    if (value === undefined) return undefined;
    if (part.startsWith(":") && value !== "") params[part.slice(1)] = value;
    else if (part !== value) return undefined;
  }
  return params;
};

/** The first route that matches wins. A slash at the end makes no difference. */
export const matchRoute = <S>(routes: readonly Route<S>[], hash: string): Place<S> => {
  const [address = "", query = ""] = hash.replace(/^#/, "").split("?", 2);
  const path = address.replace(/(?<=.)\/$/, "") || "/";
  for (const { path: pattern, screen } of routes) {
    const params = matchOne(pattern, path);
    if (params) return { screen, path, params, query };
  }
  return { screen: undefined, path, params: {}, query };
};

export const createRouter = <S>(routes: readonly Route<S>[], host: RouterHost): Router<S> => {
  const read = () => matchRoute(routes, host.location.hash);
  const place = signal(read());
  const follow = () => {
    place.value = read();
  };
  host.addEventListener("hashchange", follow);
  host.addEventListener("popstate", follow);
  return {
    place,
    navigate: (path, options) => {
      if (options?.replace) host.history.replaceState(null, "", `#${path}`);
      else host.history.pushState(null, "", `#${path}`);
      follow();
    },
    stop: () => {
      host.removeEventListener("hashchange", follow);
      host.removeEventListener("popstate", follow);
    },
  };
};
