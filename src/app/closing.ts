// The closing step: the only place where a release to the desk is made. Never by itself, never twice for one press.
import { failed, ok, type Result } from "../base/result.ts";
import type { Named, RecordOf } from "../domain/record.ts";
import { makeRelease, type ReleaseError, type ReleaseOptions } from "../domain/release.ts";
import { readable } from "../domain/review-queue.ts";
import type { Digest, RecordId } from "../domain/schema.ts";
import type { StoreError } from "../storage/ports.ts";
import type { BundleTooLarge } from "../sync/bundle.ts";
import { cutRelease, type ReleaseOutdated } from "../sync/cut.ts";
import type { CardInfo } from "./box-facts.ts";
import { cutAll, type DeliveryDeps, toCutDeps } from "./delivery.ts";
import { expectReceipt } from "./keeping/receipts.ts";
import type { OpenBox } from "./open-box.ts";
import { type ReviseError, reviseSession } from "./session-plan.ts";

export type ClosingError =
  | ReviseError
  | ReleaseError
  | BundleTooLarge
  | StoreError
  /** A typed code whose plan has not come: nobody is known to receive it yet. */
  | { readonly type: "release-no-receiver" };

type ClosingDeps = Pick<DeliveryDeps, "env" | "keys" | "crypto" | "device" | "exclusively">;
type Made = { readonly release: RecordId; readonly envelope: Digest };

/** As many parents as a record may name. */
const maxParents = 64;

/**
 * Ends the session, makes a release of its notes as they stand, and stores it sealed to the desk alone. Sending is the
 * courier's. Pressed again, it makes a release that replaces the earlier ones. Resolves to the release's name.
 */
export const closeSession = async (
  deps: ClosingDeps,
  box: OpenBox,
): Promise<Result<Made, ClosingError>> => {
  const desk = box.facts().card?.desk;
  if (!desk) return failed({ type: "release-no-receiver" });
  const ended = await reviseSession(box, { endedAt: new Date(deps.env.now()).toISOString() });
  if (!ended.ok) return ended;
  return makeUntilWhole(deps, box, desk);
};

/**
 * In place of releases that show what was erased since: what may stand in a release now, though others still wait for
 * review, or nothing at all. That the session ended is not said anew.
 */
export const remakeRelease = async (
  deps: ClosingDeps,
  box: OpenBox,
): Promise<Result<Made, ClosingError>> => {
  const desk = box.facts().card?.desk;
  if (!desk) return failed({ type: "release-no-receiver" });
  return makeUntilWhole(deps, box, desk, { isWithdrawal: true });
};

const makeUntilWhole = async (
  deps: ClosingDeps,
  box: OpenBox,
  desk: CardInfo["desk"],
  options: ReleaseOptions = {},
): Promise<Result<Made, ClosingError>> => {
  for (let tries = 0; tries < 20; tries += 1) {
    const made = await makeOne(deps, box, desk, options);
    if (made.ok) {
      const expected = await expectReceipt(deps, box, made.value.envelope);
      return expected.ok ? made : expected;
    }
    if (made.error.type !== "release-outdated") return failed(made.error);
    // Somebody still wrote: tell of that too.
  }
  return failed({ type: "store-failed", reason: "still being written" });
};

const makeOne = async (
  deps: Pick<DeliveryDeps, "env" | "crypto" | "exclusively">,
  box: OpenBox,
  desk: CardInfo["desk"],
  options: ReleaseOptions,
): Promise<Result<Made, ClosingError | ReleaseOutdated>> => {
  const records = await box.records.readAll();
  if (!records.ok) return records;
  const body = makeRelease(records.value, box.box, readable, options);
  if (!body.ok) return body;
  const known = await box.envelopes.list();
  if (!known.ok) return known;
  const parents = known.value.flatMap(({ release }) => release ?? []).slice(-maxParents);

  const prepared = await box.writer.prepare([
    { kind: "release/1", box: desk.box, parents, ...body.value },
  ]);
  if (!prepared.ok) return prepared;
  const [release] = prepared.value as readonly Named<RecordOf<"release/1">>[]; // Prepared from one above.
  if (!release) return failed({ type: "release-empty" });

  // The session's own bundle goes first, so that the desk never holds a release whose notes exist nowhere else.
  const cut = await cutAll(deps, box);
  if (!cut.ok) return cut;
  const cutDeps = { ...toCutDeps(deps, box), recipients: [desk.recipient] };
  const madeFrom = new Set(records.value.map(({ id }) => id));
  const envelope = await cutRelease(cutDeps, desk.box, release, madeFrom);
  return envelope.ok ? ok({ release: release.id, envelope: envelope.value }) : envelope;
};
