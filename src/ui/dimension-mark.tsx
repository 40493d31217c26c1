// A dimension is told by number, word and shape, and by colour only besides. The word comes from the codebook.
import "./marks.css";

const shapes = [
  <circle key="1" cx="8" cy="8" r="6" />,
  <path key="2" d="M8 1.2 14.8 8 8 14.8 1.2 8Z" />,
  // Even-odd leaves the lens between the two circles open.
  <path
    key="3"
    fill-rule="evenodd"
    d="M.5 8a5 5 0 1 0 10 0 5 5 0 1 0-10 0M5.5 8a5 5 0 1 0 10 0 5 5 0 1 0-10 0"
  />,
  <path key="4" d="M8 1.8 15 14H1Z" />,
];
/** Codebooks may have more than four dimensions: the others share a ring. */
const ring = <circle cx="8" cy="8" r="5" fill="none" stroke="currentColor" stroke-width="2.5" />;

/** The shape alone; decoration beside words that say the same. */
export const DimensionShape = ({ number }: { readonly number: number }) => (
  <svg class="shape" viewBox="0 0 16 16" aria-hidden="true" data-dimension={number}>
    {shapes[number - 1] ?? ring}
  </svg>
);

export type DimensionMarkProps = {
  /** From 1, the place in the codebook. */
  readonly number: number;
  readonly word: string;
  /** Not yet confirmed by review. */
  readonly proposed?: boolean;
};

export const DimensionMark = ({ number, word, proposed }: DimensionMarkProps) => (
  <span class={`mark${proposed ? " mark-proposed" : ""}`} data-dimension={number}>
    <DimensionShape number={number} />
    <span class="mark-number">{number}</span> {word}
  </span>
);
