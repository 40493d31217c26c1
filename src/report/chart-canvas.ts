// Where a picture is drawn: counted from the first edge of the reading direction, so that Arabic is the same drawing
// seen from the right.
import type { Markup } from "./xml.ts";

/** Where to draw, with the first edge of the reading direction at 0. */
export type Canvas = {
  /** A point, mirrored where the text runs from the right. */
  readonly x: (fromStart: number) => number;
  /** A rectangle that begins at `fromStart`. */
  readonly rect: (
    box: {
      readonly from: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    },
    attributes: string,
  ) => Markup;
  readonly width: number;
};

export type Drawing = { readonly height: number; readonly markup: Markup };

export const createCanvas = (width: number, isRtl: boolean): Canvas => {
  const x = (from: number) => Math.round((isRtl ? width - from : from) * 10) / 10;
  return {
    width,
    x,
    rect: (box, attributes) => {
      const left = isRtl ? x(box.from + box.width) : x(box.from);
      const size = `width="${Math.round(box.width * 10) / 10}" height="${box.height}"`;
      return `<rect x="${left}" y="${box.y}" ${size} ${attributes}/>`;
    },
  };
};
