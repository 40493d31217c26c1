// Puts releases aside, and takes them back: the undo of an import, and of a session that should not count.
import { ok, type Result } from "../../base/result.ts";
import { foldAside } from "../../domain/aside.ts";
import type { RecordId } from "../../domain/schema.ts";
import type { OpenBox } from "../open-box.ts";
import type { WriteError } from "../record-writer.ts";

/** Resolves to how many changed; those that stand so already are left as they are. */
export const setReleasesAside = async (
  desk: Pick<OpenBox, "records" | "writer">,
  releases: readonly RecordId[],
  aside: boolean,
): Promise<Result<number, WriteError>> => {
  const known = await desk.records.readAll();
  if (!known.ok) return known;
  const states = foldAside(known.value);
  const changing = releases.filter((id) => (states.get(id)?.isAside ?? false) !== aside);
  if (changing.length === 0) return ok(0);
  const written = await desk.writer.write(
    changing.map((release) => ({
      kind: "aside/1",
      parents: states.get(release)?.heads ?? [],
      release,
      aside,
    })),
  );
  return written.ok ? ok(changing.length) : written;
};
