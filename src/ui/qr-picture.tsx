// A QR drawn from path data that the caller computed. Always black on white with a quiet zone of four modules,
// in the dark theme too: readers expect it.
import "./qr-picture.css";

export type QrPictureProps = {
  /** SVG path data in modules, from 0 0. */
  readonly path: string;
  /** Modules per side, without the quiet zone. */
  readonly modules: number;
  readonly label: string;
};

const quiet = 4;

export const QrPicture = ({ path, modules, label }: QrPictureProps) => {
  const side = modules + 2 * quiet;
  return (
    <svg
      class="qr"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${side} ${side}`}
      shape-rendering="crispEdges"
    >
      <rect width={side} height={side} fill="#fff" />
      <path transform={`translate(${quiet} ${quiet})`} d={path} fill="#000" />
    </svg>
  );
};
