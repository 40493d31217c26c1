// What the hub should let in is a fold of the desk's cards: never a list of its own that could drift from them.
// Registering is harmless when repeated; what the hub has acknowledged is remembered, so that mostly nothing is sent.
import { parseBase64Url, toHex, toUtf8 } from "../../base/bytes.ts";
import { toCanonicalBytes } from "../../base/canonical.ts";
import { normalizeCode, toGroups } from "../../base/crockford.ts";
import { failed, ok, type Result } from "../../base/result.ts";
import type { DigestBytes } from "../../domain/codebook.ts";
import { foldCards } from "../../domain/desk.ts";
import type { Named } from "../../domain/record.ts";
import type { BoxId } from "../../domain/schema.ts";
import type { StoreError } from "../../storage/ports.ts";
import type { Grant, SendError } from "../../sync/ports.ts";
import type { AppDeps } from "../deps.ts";
import type { OpenBox } from "../open-box.ts";
import type { BoxKeys } from "../ports.ts";

type Deps = Pick<AppDeps, "env" | "keys" | "device" | "hub">;
export type RegistrationError =
  | StoreError
  | SendError
  /** Mistyped, or used before: it works once. */
  | { readonly type: "setup-code-refused" };

export type Registration = { readonly box: BoxId; readonly tokens: readonly Grant[] };

const createGrant =
  (digest: DigestBytes) =>
  async (token: string, ...rights: Grant["rights"]): Promise<Grant> => ({
    sha256: toHex(await digest(toUtf8(token))),
    rights,
  });

/** The desk's own box first: without it the hub lets no session box in. */
export const desiredRegistrations = async (
  deps: Pick<AppDeps, "env" | "keys">,
  desk: { readonly box: BoxId; readonly keys: BoxKeys },
  records: readonly Named[],
): Promise<readonly Registration[]> => {
  const grant = createGrant(deps.env.digest);
  const sessions: Registration[] = [];
  const releases: Grant[] = [];
  for (const { session, fields } of foldCards(records)) {
    const root = parseBase64Url(fields.rootKey);
    const isLive = fields.state === "live" && root !== undefined;
    const tokens = isLive ? (await deps.keys.deriveBoxKeys(root)).tokens : undefined;
    sessions.push({
      box: session,
      tokens: tokens
        ? [await grant(tokens.send, "append"), await grant(tokens.read, "read", "erase")]
        : [],
    });
    if (tokens) releases.push(await grant(tokens.release, "append", "erase-own"));
  }
  const own = desk.keys.tokens;
  return [
    {
      box: desk.box,
      tokens: [
        await grant(own.send, "append"),
        await grant(own.read, "read", "erase"),
        await grant(own.manage, "manage"),
        ...releases,
      ],
    },
    ...sessions,
  ];
};

const settingOf = (box: BoxId) => `hub-tokens/${box}`;
/** After a restore the hub may have forgotten tokens that it once acknowledged: the epoch is part of what is known. */
const acknowledgement = async (
  deps: Deps,
  { box, tokens }: Registration,
  epoch: string,
): Promise<string> => toHex(await deps.env.digest(toCanonicalBytes({ box, tokens, epoch })));

/**
 * Tells the hub what it does not know yet. Resolves to the number of boxes registered; a failure leaves the rest for the
 * next call. A desk without a hub registers nothing.
 */
export const registerBoxes = async (
  deps: Deps,
  desk: OpenBox,
): Promise<Result<number, RegistrationError>> => {
  if (!desk.facts().hasHub) return ok(0);
  const records = await desk.records.readAll();
  if (!records.ok) return records;
  const health = await deps.hub.health();
  if (!health.ok) return health;
  let registered = 0;
  for (const wanted of await desiredRegistrations(deps, desk, records.value)) {
    const token = await acknowledgement(deps, wanted, health.value.epoch);
    const known = await deps.device.readSetting(settingOf(wanted.box));
    if (!known.ok) return known;
    if (known.value === token) continue;
    const put = await deps.hub.putBox(wanted.box, desk.keys.tokens.manage, {
      desk: desk.box,
      tokens: wanted.tokens,
    });
    if (!put.ok) return put;
    // Only now: a crash before this line registers the same again, which changes nothing.
    const remembered = await deps.device.writeSetting(settingOf(wanted.box), token);
    if (!remembered.ok) return remembered;
    registered += 1;
  }
  return ok(registered);
};

/** Makes the desk known to the hub of this page by the code that the hub printed at its first start, then registers all. */
export const connectHub = async (
  deps: Deps,
  desk: OpenBox,
  setupCode: string,
): Promise<Result<number, RegistrationError>> => {
  const records = await desk.records.readAll();
  if (!records.ok) return records;
  const [own] = await desiredRegistrations(deps, desk, records.value);
  const created = await deps.hub.createDesk(toGroups(normalizeCode(setupCode)), {
    box: desk.box,
    tokens: own?.tokens ?? [],
  });
  if (!created.ok) {
    const isRefused = created.error.type === "hub-refused-token";
    return isRefused ? failed({ type: "setup-code-refused" }) : created;
  }
  const kept = await desk.updateFacts({ hasHub: true });
  return kept.ok ? registerBoxes(deps, desk) : kept;
};

/** A desk opened by its code on a new device: asks the hub of this page whether it knows the desk. */
export const adoptHub = async (
  deps: Pick<Deps, "hub">,
  desk: OpenBox,
): Promise<Result<boolean, RegistrationError>> => {
  if (desk.facts().hasHub) return ok(true);
  const listed = await deps.hub.list(desk.box, desk.keys.tokens.read, undefined);
  if (!listed.ok) {
    const isUnknown =
      listed.error.type === "hub-not-found" || listed.error.type === "hub-refused-token";
    return isUnknown ? ok(false) : listed;
  }
  const kept = await desk.updateFacts({ hasHub: true });
  return kept.ok ? ok(true) : kept;
};
