// The same note for every peer: as long as real ones, another for each number.
export type PlainNote = {
  readonly _id: string;
  readonly session: string;
  readonly dimension: string;
  readonly polarity: string;
  readonly updated: string;
  readonly text: string;
  readonly lang: string;
  readonly dimensions: readonly string[];
  readonly kinds: readonly string[];
};

const words =
  "kukaan ei tervehdi pihalla mutta koulun tapahtumassa juteltiin pitkään ja lapset leikkivät yhdessä illalla alikulku on pimeä eikä siitä uskalla kulkea yksin kotiin".split(
    " ",
  );
const dimensions = ["attitudes", "security", "interaction", "participation"];
const polarities = ["strengthens", "weakens", "mixed"];

/** About 300 bytes of text, deterministic by its number. */
export const plainNote = (at: number): PlainNote => {
  const dimension = dimensions[at % 4] ?? "attitudes";
  return {
    _id: at.toString(16).padStart(32, "0"),
    session: String(Math.floor(at / 300)).padStart(8, "0"),
    dimension,
    polarity: polarities[at % 3] ?? "mixed",
    updated: new Date(1_790_000_000_000 + at * 1_000).toISOString(),
    text: Array.from({ length: 42 }, (_, n) => words[(at * 7 + n * 3) % words.length]).join(" "),
    lang: "fi",
    dimensions: [dimension],
    kinds: ["observation"],
  };
};
