import fc from "fast-check";
import { expect, test } from "vitest";
import { createRouter, matchRoute, type RouterHost } from "../../src/app/shell/router.ts";

const routes = [
  { path: "/", screen: "start" },
  { path: "/join", screen: "join" },
  { path: "/join/:card", screen: "join" },
  { path: "/session/:box/write", screen: "write" },
] as const;

test("finds the screen and its parameters behind the hash", () => {
  expect(matchRoute(routes, "#/session/ab12/write")).toEqual({
    screen: "write",
    path: "/session/ab12/write",
    params: { box: "ab12" },
    query: "",
  });
});

test("takes an empty hash for the start and ignores a slash at the end", () => {
  expect(matchRoute(routes, "").screen).toBe("start");
  expect(matchRoute(routes, "#/join/").screen).toBe("join");
});

test("keeps a filter apart from the address", () => {
  const { screen, query } = matchRoute(routes, "#/join?dimension=2");
  expect([screen, query]).toEqual(["join", "dimension=2"]);
});

test("has no screen for an unknown, an empty or a malformed part", () => {
  expect(matchRoute(routes, "#/nowhere").screen).toBeUndefined();
  expect(matchRoute(routes, "#/session//write").screen).toBeUndefined();
  expect(matchRoute(routes, "#/join/%E0%A4%A").screen).toBeUndefined();
});

test("gives every parameter back as it was written into the address", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: "grapheme" }), (card) => {
      const { params } = matchRoute(routes, `#/join/${encodeURIComponent(card)}`);
      expect(params.card).toBe(card);
    }),
  );
});

const createHost = () => {
  const stack = [""];
  const listeners = new Set<() => void>();
  const location = { hash: "" };
  const go = (hash: string) => {
    location.hash = hash;
  };
  const host = {
    location,
    history: {
      pushState: (_: unknown, __: string, hash: string) => {
        stack.push(hash);
        go(hash);
      },
      replaceState: (_: unknown, __: string, hash: string) => {
        stack.splice(-1, 1, hash);
        go(hash);
      },
    },
    addEventListener: (_: string, listener: () => void) => listeners.add(listener),
    removeEventListener: (_: string, listener: () => void) => listeners.delete(listener),
  };
  const back = () => {
    stack.pop();
    go(stack.at(-1) ?? "");
    for (const listener of listeners) listener();
  };
  // The router touches no more of a window than this.
  return { host: host as unknown as RouterHost, back, stack, listeners };
};

test("goes to a place and back again", () => {
  const { host, back } = createHost();
  const { place, navigate } = createRouter(routes, host);
  navigate("/join");
  expect(place.value.screen).toBe("join");
  back();
  expect(place.value.screen).toBe("start");
});

test("leaves no step behind when it replaces, so that a card is not opened again", () => {
  const { host, stack } = createHost();
  const { navigate } = createRouter(routes, host);
  navigate("/join/secret");
  navigate("/session/ab12/write", { replace: true });
  expect(stack).toEqual(["", "#/session/ab12/write"]);
});

test("stops following the window when told to", () => {
  const { host, listeners } = createHost();
  createRouter(routes, host).stop();
  expect(listeners.size).toBe(0);
});
