// An auditor's recount: every number of a published edition, from the releases' own JSON, by hand and without the app.
type AuditedNote = {
  readonly noteId: string;
  readonly lang: string;
  readonly dimensions: readonly string[];
  readonly subThemes: readonly string[];
  readonly polarity?: string;
};
export type AuditedTable = {
  readonly measure: "notes" | "sessions";
  readonly by: readonly string[];
  readonly cells: readonly { readonly keys: readonly string[]; readonly shown?: number }[];
};
/** What the recount reads of the records; which fields there are depends on the kind, as the published schemas say. */
export type Audited = {
  readonly kind: string;
  readonly roundId: string;
  readonly session: string;
  readonly notes: readonly AuditedNote[];
  readonly people: readonly number[];
  readonly groups: readonly string[];
  readonly groupConsent?: boolean;
  readonly findingId: string;
  readonly supports: readonly { readonly session: string; readonly noteId: string }[];
  readonly thresholds: {
    readonly notes: number;
    readonly sessions: number;
    readonly people: number;
  };
  readonly releases: readonly { readonly release: string }[];
  readonly tables: readonly AuditedTable[];
};

type Note = {
  readonly id: string;
  readonly session: string;
  readonly people: number;
  readonly groups: readonly string[];
  readonly note: AuditedNote;
};

const keysOn = (
  facet: string,
  { note, groups }: Note,
  findings: ReadonlyMap<string, readonly string[]>,
  id: string,
): readonly string[] => {
  if (facet === "dimension") return note.dimensions.length > 0 ? note.dimensions : ["none"];
  if (facet === "polarity") return [note.polarity ?? "none"];
  if (facet === "language") return [note.lang];
  if (facet === "sub-theme") return note.subThemes;
  if (facet === "group") return groups;
  if (facet === "finding") return findings.get(id) ?? [];
  throw new Error(`a facet that the auditor does not know: ${facet}`);
};

/** What is wrong with the edition, in words; nothing where every number can be made again. */
export const recount = (
  edition: Audited,
  records: readonly { readonly id: string; readonly record: Audited }[],
): { readonly numbers: number; readonly hidden: number; readonly wrong: readonly string[] } => {
  const named = new Set(edition.releases.map(({ release }) => release));
  const releases = records.filter(({ id, record }) => record.kind === "release/1" && named.has(id));
  const round = records
    .map(({ record }) => record)
    .find((each) => each.kind === "round/1" && each.roundId === edition.roundId);
  if (!round) throw new Error("the round of the edition is not there");
  const { thresholds } = round;
  const wrong: string[] = [];
  if (releases.length !== named.size)
    wrong.push(`of ${named.size} releases there are ${releases.length}`);
  const notes: readonly Note[] = releases.flatMap(({ record }) =>
    record.notes.map((note) => ({
      id: `${record.session}/${note.noteId}`,
      session: record.session,
      people: Math.min(...record.people),
      groups: record.groupConsent === true && record.groups.length > 0 ? record.groups : ["-"],
      note,
    })),
  );
  const findings = new Map<string, string[]>();
  for (const { record } of records) {
    if (record.kind !== "finding/1") continue;
    for (const { session, noteId } of record.supports) {
      const id = `${session}/${noteId}`;
      findings.set(id, [...(findings.get(id) ?? []), record.findingId]);
    }
  }
  let [numbers, hidden] = [0, 0];
  for (const { measure, by, cells } of edition.tables) {
    for (const { keys, shown } of cells) {
      if (shown === undefined) {
        hidden += 1;
        continue;
      }
      numbers += 1;
      const inCell = notes.filter((each) =>
        by.every((facet, at) =>
          (keys[at] ?? "")
            .split("\n")
            .some((key) => keysOn(facet, each, findings, each.id).includes(key)),
        ),
      );
      const sessions = new Set(inCell.map(({ session }) => session));
      const people = [...sessions].reduce(
        (sum, session) => sum + (inCell.find((each) => each.session === session)?.people ?? 0),
        0,
      );
      const value = measure === "notes" ? inCell.length : sessions.size;
      const place = `${measure} ${by.join(" × ")} ${keys.join(" × ")}`;
      if (shown === 0 ? value !== 0 : shown % 5 !== 0 || Math.abs(shown - value) > 4) {
        wrong.push(`${place}: ${shown} was published, ${value} is right`);
      }
      const isEnough =
        inCell.length >= thresholds.notes &&
        sessions.size >= thresholds.sessions &&
        people >= thresholds.people;
      if (shown > 0 && !isEnough) wrong.push(`${place}: too few stand behind it`);
    }
  }
  return { numbers, hidden, wrong };
};
