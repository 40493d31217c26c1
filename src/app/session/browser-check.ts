// Whether this browser can carry a session, as plain facts to verdicts: told before the session, never during it.

export type BrowserName = "Chrome" | "Edge" | "Firefox" | "Safari" | "iOS" | "Samsung Internet";
export type BrowserLabel = { readonly name: BrowserName; readonly version: number };

export type BrowserFacts = {
  readonly userAgent: string;
  readonly isSecure: boolean;
  readonly ed25519: boolean;
  /** Known, not required: the sealing library brings its own where it is missing (Firefox 129). */
  readonly x25519: boolean;
  readonly compression: boolean;
  readonly database: boolean;
  readonly worker: boolean;
  /** iPad or iPhone, where a tab and the Home Screen have memories of their own. */
  readonly isAppleTouch: boolean;
  readonly isInstalled: boolean;
  readonly wakeLock: boolean;
};

export type BrowserFault = "insecure" | "too-old" | "no-database";
export type BrowserVerdict = {
  /** Without a fault a session can be held. The first fault is the one to mend first. */
  readonly fault?: BrowserFault;
  readonly label?: BrowserLabel;
};

/** The oldest versions that can sign: Ed25519 came last to all of them. */
export const oldestVersions = { chrome: 137, firefox: 129, safari: 17 } as const;

export const checkBrowser = (facts: BrowserFacts): BrowserVerdict => {
  const label = nameBrowser(facts.userAgent);
  const fault = faultOf(facts);
  return { ...(fault ? { fault } : {}), ...(label ? { label } : {}) };
};

const faultOf = (facts: BrowserFacts): BrowserFault | undefined => {
  // First, because an insecure page lacks the rest in a new browser too.
  if (!facts.isSecure) return "insecure";
  if (!facts.ed25519 || !facts.compression) return "too-old";
  return facts.database ? undefined : "no-database";
};

// In this order: each names itself, and most of them name the others too. On iOS the system's version decides.
const patterns: readonly (readonly [BrowserName, RegExp])[] = [
  ["iOS", /(?:iPhone|iPad).* OS (\d+)_/],
  ["Edge", /Edg(?:A|iOS)?\/(\d+)/],
  ["Samsung Internet", /SamsungBrowser\/(\d+)/],
  ["Firefox", /Firefox\/(\d+)/],
  ["Chrome", /Chrom(?:e|ium)\/(\d+)/],
  ["Safari", /Version\/(\d+).* Safari\//],
];

/** Name and major version, or undefined for a browser we do not know. */
export const nameBrowser = (userAgent: string): BrowserLabel | undefined => {
  for (const [name, pattern] of patterns) {
    const version = pattern.exec(userAgent)?.[1];
    if (version !== undefined) return { name, version: Number(version) };
  }
  return undefined;
};

/** A card opened as a link here would start in the wrong memory: show how to install, and start nothing. */
export const mustInstallFirst = (facts: BrowserFacts): boolean =>
  facts.isAppleTouch && !facts.isInstalled;
