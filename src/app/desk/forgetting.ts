// What a session's later release says was erased at the table: the desk lets go of the envelopes that held it and takes
// none of them in again. A release speaks for its own session alone.
import { ok, type Result } from "../../base/result.ts";
import type { Release } from "../../domain/desk-records.ts";
import { type Named, ofKind } from "../../domain/record.ts";
import type { BoxId } from "../../domain/schema.ts";
import type { StoreError } from "../../storage/ports.ts";
import type { OpenBox } from "../open-box.ts";

export type Forgotten = ReadonlySet<string>;

const nameOf = (session: BoxId | string, digest: string): string => `${session} ${digest}`;

export const listForgotten = (records: readonly Named[]): Forgotten =>
  new Set(ofKind(records, "release/1").flatMap(({ record }) => namesIn(record)));

export const namesIn = ({ session, forgets = [] }: Release): readonly string[] =>
  forgets.map((digest) => nameOf(session, digest));

export const isForgotten = (forgotten: Forgotten, session: string, digest: string): boolean =>
  forgotten.has(nameOf(session, digest));

/** Resolves to the number of envelopes that went. Without erasures it costs a look at the records. */
export const letGo = async (
  desk: Pick<OpenBox, "records" | "envelopes">,
): Promise<Result<number, StoreError>> => {
  const records = await desk.records.readAll();
  if (!records.ok) return records;
  const forgotten = listForgotten(records.value);
  if (forgotten.size === 0) return ok(0);
  const envelopes = await desk.envelopes.list();
  if (!envelopes.ok) return envelopes;
  const sessionOf = new Map<string, BoxId>(
    ofKind(records.value, "release/1").map(({ id, record }) => [id, record.session]),
  );
  const going = envelopes.value.filter(({ box, digest, release }) =>
    isForgotten(forgotten, (release && sessionOf.get(release)) ?? box, digest),
  );
  if (going.length === 0) return ok(0);
  const gone = await desk.envelopes.remove(going.map(({ digest }) => digest));
  return gone.ok ? ok(going.length) : gone;
};
