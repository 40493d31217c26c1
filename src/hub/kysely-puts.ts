// Envelopes come in: those of one commit go box by box through as few statements as one alone would need.
import { ok } from "../base/result.ts";
import { createGroupCommit } from "./group-commit.ts";
import { type HubStore, refuse } from "./hub-store.ts";
import type { HubDatabase, HubTransaction } from "./hub-tables.ts";
import { findRow, orFull } from "./kysely-boxes.ts";
import { readEpoch, toCursor } from "./kysely-envelopes.ts";

type PutEnvelope = HubStore["putEnvelope"];
type Put = Parameters<PutEnvelope>[0];
type Answer = Awaited<ReturnType<PutEnvelope>>;

export const createPutEnvelope = (database: HubDatabase): PutEnvelope => {
  const join = createGroupCommit<Put, Answer>(
    ({ box }) => database.laneOf(box),
    (puts) =>
      database.kysely.transaction().execute(async (transaction) => {
        const answers = new Map<Put, Answer>();
        for (const box of new Set(puts.map((put) => put.box))) {
          const own = puts.filter((put) => put.box === box);
          await database.lock(transaction, box);
          const answerOf = await putIntoBox(transaction, box, own);
          for (const put of own) answers.set(put, answerOf(put));
        }
        return puts.flatMap((put) => answers.get(put) ?? []);
      }),
  );
  return (put) => orFull(database, () => join(put));
};

/** Asks once for all of them, inserts what is new, and answers each as if it had come alone, in their order. */
const putIntoBox = async (
  transaction: HubTransaction,
  box: string,
  puts: readonly Put[],
): Promise<(put: Put) => Answer> => {
  if (!(await findRow(transaction, box))) return () => refuse("unauthorized");
  const digests = [...new Set(puts.map(({ digest }) => digest))];
  const { epoch } = await readEpoch(transaction);
  const erased = await transaction
    .selectFrom("tombstones")
    .select("digest")
    .where("box", "=", box)
    .where("digest", "in", digests)
    .execute();
  const known = await transaction
    .selectFrom("envelopes")
    .select(["seq", "digest", "received_at"])
    .where("box", "=", box)
    .where("digest", "in", digests)
    .execute();
  const settled = new Set([...erased, ...known].map(({ digest }) => digest));
  // The first of several equal ones is the one that is kept.
  const fresh = digests.flatMap((digest) =>
    settled.has(digest) ? [] : (puts.find((put) => put.digest === digest) ?? []),
  );
  const added = fresh.length > 0 ? await insertAll(transaction, fresh) : [];
  const rows = new Map([...known, ...added].map((row) => [row.digest, row]));
  return (put) => {
    const row = rows.get(put.digest);
    if (!row) return refuse("gone");
    const { digest, received_at: receivedAt } = row;
    const receipt = { digest, cursor: toCursor(epoch, row.seq), epoch, receivedAt };
    return ok({ state: fresh.includes(put) ? "created" : "known", receipt });
  };
};

const insertAll = (transaction: HubTransaction, puts: readonly Put[]) =>
  transaction
    .insertInto("envelopes")
    .values(
      puts.map(({ box, digest, bytes, owner, receivedAt }) => ({
        ...{ box, digest, owner, received_at: receivedAt, size: bytes.length, bytes },
      })),
    )
    .returning(["seq", "digest", "received_at"])
    .execute();
