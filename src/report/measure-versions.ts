// Which revisions of a measure a sheet was made from, short enough for a cell, and the measure as it stood then: so that a
// sheet that comes back late changes only what its reader changed.
import type { Measure } from "../domain/measure-records.ts";
import { foldMeasures, type MeasureView } from "../domain/measures.ts";
import type { Named } from "../domain/record.ts";

/** Of 64; two revisions of one measure never share so many by chance. */
const idLength = 12;

/** Begins with a letter: digits alone would come back from a spreadsheet as a rounded number. */
export const versionOf = ({ heads }: Pick<MeasureView, "heads">): string =>
  ["v", ...heads.map(({ id }) => id.slice(0, idLength))].join("-");

/** The revisions that the version holds; undefined where the desk does not know it. */
export const revisionsAt = (
  { history }: MeasureView,
  version: string,
): readonly Named<Measure>[] | undefined => {
  const [mark, ...starts] = version.trim().split("-");
  const open = starts.map((start) => history.find(({ id }) => id.slice(0, idLength) === start));
  if (mark !== "v" || open.length === 0 || open.includes(undefined)) return undefined;
  const byId = new Map<string, Named<Measure>>(history.map((revision) => [revision.id, revision]));
  const then = new Set<Named<Measure>>();
  for (let next = open.pop(); next; next = open.pop()) {
    if (then.has(next)) continue;
    then.add(next);
    open.push(...next.record.parents.flatMap((parent) => byId.get(parent) ?? []));
  }
  return [...then];
};

/** The fields as they stood at that version; undefined where the desk does not know it. */
export const fieldsAt = (view: MeasureView, version: string): MeasureView["fields"] | undefined => {
  if (version === versionOf(view)) return view.fields;
  const then = revisionsAt(view, version);
  return then && foldMeasures(then)[0]?.fields;
};
