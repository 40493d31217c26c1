// Two releases of one session whose makers did not know each other: a coordinator chooses which is read. The choice is a
// release of the desk's own with the same notes, which names all of them as replaced; the others stay, unread.
import { failed, ok, type Result } from "../../base/result.ts";
import { foldReleases } from "../../domain/desk.ts";
import type { Release } from "../../domain/desk-records.ts";
import type { Named } from "../../domain/record.ts";
import type { BoxId, RecordId } from "../../domain/schema.ts";
import type { StoreError } from "../../storage/ports.ts";
import type { OpenBox } from "../open-box.ts";
import type { WriteError } from "../record-writer.ts";

export type RivalError = StoreError | WriteError | { readonly type: "card-unknown" };

/** The releases to choose between, oldest first; none where there is nothing to choose. */
export const listRivals = (
  records: readonly Named[],
  session: string | undefined,
): readonly Named<Release>[] => {
  const heads = foldReleases(records).find((each) => each.session === session)?.heads ?? [];
  return heads.length > 1 ? heads : [];
};

export const chooseRelease = async (
  desk: Pick<OpenBox, "records" | "writer">,
  session: BoxId,
  chosen: RecordId,
): Promise<Result<void, RivalError>> => {
  const records = await desk.records.readAll();
  if (!records.ok) return records;
  const rivals = listRivals(records.value, session);
  const release = rivals.find(({ id }) => id === chosen)?.record;
  if (!release) return failed({ type: "card-unknown" });
  const { box, author, stamp, salt, ...body } = release;
  void [box, author, stamp, salt]; // Named so that they are left out: this one has its own.
  const parents = rivals.map(({ id }) => id);
  // What any of them says is forgotten stays so.
  const forgets = [...new Set(rivals.flatMap(({ record }) => record.forgets ?? []))];
  const written = await desk.writer.write([
    { ...body, parents, ...(forgets.length === 0 ? {} : { forgets }) },
  ]);
  return written.ok ? ok(undefined) : written;
};
