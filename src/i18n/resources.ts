// Every namespace and its shape. English is the type of all keys; Finnish is the language people see first.
// A new namespace is one line here and one file in each complete language.
import type a11y from "../../locales/en/a11y.json";
import type agreement from "../../locales/en/agreement.json";
import type briefing from "../../locales/en/briefing.json";
import type clock from "../../locales/en/clock.json";
import type common from "../../locales/en/common.json";
import type debrief from "../../locales/en/debrief.json";
import type desk from "../../locales/en/desk.json";
import type device from "../../locales/en/device.json";
import type entering from "../../locales/en/entering.json";
import type errors from "../../locales/en/errors.json";
import type event from "../../locales/en/event.json";
import type exchange from "../../locales/en/exchange.json";
import type exports from "../../locales/en/exports.json";
import type findings from "../../locales/en/findings.json";
import type followUp from "../../locales/en/followUp.json";
import type help from "../../locales/en/help.json";
import type hints from "../../locales/en/hints.json";
import type intake from "../../locales/en/intake.json";
import type measures from "../../locales/en/measures.json";
import type paper from "../../locales/en/paper.json";
import type papers from "../../locales/en/papers.json";
import type passkey from "../../locales/en/passkey.json";
import type plans from "../../locales/en/plans.json";
import type prepare from "../../locales/en/prepare.json";
import type privacy from "../../locales/en/privacy.json";
import type reading from "../../locales/en/reading.json";
import type reports from "../../locales/en/reports.json";
import type review from "../../locales/en/review.json";
import type safety from "../../locales/en/safety.json";
import type scribe from "../../locales/en/scribe.json";
import type session from "../../locales/en/session.json";
import type settings from "../../locales/en/settings.json";
import type suggestions from "../../locales/en/suggestions.json";
import type support from "../../locales/en/support.json";
import type thread from "../../locales/en/thread.json";
import type transfer from "../../locales/en/transfer.json";

export type Resources = {
  readonly a11y: typeof a11y;
  readonly agreement: typeof agreement;
  readonly briefing: typeof briefing;
  readonly clock: typeof clock;
  readonly common: typeof common;
  readonly debrief: typeof debrief;
  readonly desk: typeof desk;
  readonly device: typeof device;
  readonly entering: typeof entering;
  readonly errors: typeof errors;
  readonly findings: typeof findings;
  readonly exports: typeof exports;
  readonly help: typeof help;
  readonly hints: typeof hints;
  readonly intake: typeof intake;
  readonly paper: typeof paper;
  readonly papers: typeof papers;
  readonly passkey: typeof passkey;
  readonly prepare: typeof prepare;
  readonly privacy: typeof privacy;
  readonly reading: typeof reading;
  readonly safety: typeof safety;
  readonly reports: typeof reports;
  readonly review: typeof review;
  readonly scribe: typeof scribe;
  readonly session: typeof session;
  readonly settings: typeof settings;
  readonly suggestions: typeof suggestions;
  readonly support: typeof support;
  readonly measures: typeof measures;
  readonly plans: typeof plans;
  readonly event: typeof event;
  readonly followUp: typeof followUp;
  readonly thread: typeof thread;
  readonly exchange: typeof exchange;
  readonly transfer: typeof transfer;
};

export type Namespace = keyof Resources;

type PluralSuffix = "zero" | "one" | "two" | "few" | "many" | "other";
type WithoutPlural<K extends string> = K extends `${infer Base}_${PluralSuffix}` ? Base : K;

/** Dotted paths to the texts, plural suffixes taken off. */
type Paths<T> = {
  [K in keyof T & string]: T[K] extends string ? WithoutPlural<K> : `${K}.${Paths<T[K]>}`;
}[keyof T & string];

export type Key<N extends Namespace> = Paths<Resources[N]>;
export type Values = Readonly<Record<string, string | number>>;
/** Gives the text of a literal key. `count` picks the plural form. */
export type Translate<N extends Namespace> = (key: Key<N>, values?: Values) => string;
