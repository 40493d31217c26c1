// Asks the browser what it can do. Every question is put to what is there; a missing part is an answer too.
import type { BrowserFacts } from "./browser-check.ts";

type GenerateKey = (
  algorithm: { readonly name: string },
  extractable: boolean,
  usages: KeyUsage[],
) => Promise<unknown>;

/** What is asked of `window`; any part of it may be missing in an old browser. */
export type BrowserWindow = {
  readonly isSecureContext: boolean;
  readonly navigator: {
    readonly userAgent: string;
    readonly maxTouchPoints?: number;
    readonly standalone?: boolean;
    readonly serviceWorker?: object;
    readonly wakeLock?: object;
  };
  readonly crypto?: { readonly subtle?: { readonly generateKey: GenerateKey } };
  readonly indexedDB?: object | null;
  readonly CompressionStream?: unknown;
  readonly matchMedia?: (query: string) => { readonly matches: boolean };
};

/** Never rejects. */
export const readBrowserFacts = async (window: BrowserWindow): Promise<BrowserFacts> => {
  const { navigator } = window;
  const { userAgent } = navigator;
  const [ed25519, x25519] = await Promise.all([
    canMakeKey(window, "Ed25519", ["sign", "verify"]),
    canMakeKey(window, "X25519", ["deriveBits"]),
  ]);
  // An iPad calls itself a Mac; no Mac has a touch screen.
  const isTouchMac = userAgent.includes("Macintosh") && (navigator.maxTouchPoints ?? 0) > 1;
  return {
    userAgent,
    isSecure: window.isSecureContext,
    ed25519,
    x25519,
    compression: window.CompressionStream !== undefined,
    database: window.indexedDB !== undefined && window.indexedDB !== null,
    worker: navigator.serviceWorker !== undefined,
    isAppleTouch: isTouchMac || /iPhone|iPad/.test(userAgent),
    isInstalled:
      navigator.standalone === true ||
      window.matchMedia?.("(display-mode: standalone)").matches === true,
    wakeLock: navigator.wakeLock !== undefined,
  };
};

const canMakeKey = async (window: BrowserWindow, name: string, usages: KeyUsage[]) => {
  try {
    await window.crypto?.subtle?.generateKey({ name }, false, usages);
    return window.crypto?.subtle !== undefined;
  } catch {
    return false; // The engines differ in the error; that there is no key is all we need.
  }
};
