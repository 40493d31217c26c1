// What we use of the docx library. Its own types bring those of Node with them, which our code must not know.
declare module "docx" {
  export type RunOptions = {
    readonly text?: string;
    readonly children?: readonly string[];
    readonly bold?: boolean;
    readonly italics?: boolean;
    readonly color?: string;
    readonly size?: number;
    /** Lines to break before the text. */
    readonly break?: number;
    readonly rightToLeft?: boolean;
    readonly language?: { readonly value?: string; readonly bidirectional?: string };
  };
  export class TextRun {
    constructor(options: RunOptions);
  }
  export class ImageRun {
    constructor(options: {
      readonly type: "png";
      readonly data: Uint8Array;
      readonly transformation: { readonly width: number; readonly height: number };
      readonly altText: {
        readonly name: string;
        readonly title: string;
        readonly description: string;
      };
    });
  }
  export type ParagraphOptions = {
    readonly children: readonly (TextRun | ImageRun)[];
    readonly heading?: string;
    readonly style?: string;
    readonly bullet?: { readonly level: number };
    readonly alignment?: string;
    readonly bidirectional?: boolean;
    readonly keepNext?: boolean;
    readonly indent?: { readonly start?: number };
    readonly spacing?: { readonly before?: number; readonly after?: number };
  };
  export class Paragraph {
    constructor(options: ParagraphOptions);
  }
  type Edge = { readonly style: string; readonly size?: number; readonly color?: string };
  export class TableCell {
    constructor(options: {
      readonly children: readonly Paragraph[];
      readonly columnSpan?: number;
      readonly shading?: { readonly type: string; readonly fill: string };
    });
  }
  export class TableRow {
    constructor(options: {
      readonly children: readonly TableCell[];
      readonly tableHeader?: boolean;
      readonly cantSplit?: boolean;
    });
  }
  export class Table {
    constructor(options: {
      readonly rows: readonly TableRow[];
      readonly width?: { readonly size: number; readonly type: string };
      readonly columnWidths?: readonly number[];
      readonly visuallyRightToLeft?: boolean;
      readonly layout?: string;
      readonly tableLook?: { readonly firstRow?: boolean; readonly firstColumn?: boolean };
      readonly borders?: Readonly<
        Record<"top" | "bottom" | "left" | "right" | "insideHorizontal" | "insideVertical", Edge>
      >;
    });
  }
  export class Header {
    constructor(options: { readonly children: readonly Paragraph[] });
  }
  export class Footer {
    constructor(options: { readonly children: readonly Paragraph[] });
  }
  export class Document {
    constructor(options: {
      readonly creator?: string;
      readonly lastModifiedBy?: string;
      readonly title?: string;
      readonly styles?: object;
      readonly sections: readonly {
        readonly properties?: object;
        readonly headers?: { readonly default: Header };
        readonly footers?: { readonly default: Footer };
        readonly children: readonly (Paragraph | Table)[];
      }[];
    });
  }
  export const HeadingLevel: {
    readonly TITLE: string;
    readonly HEADING_1: string;
    readonly HEADING_2: string;
    readonly HEADING_3: string;
  };
  export const AlignmentType: { readonly CENTER: string; readonly END: string };
  export const BorderStyle: { readonly NONE: string; readonly SINGLE: string };
  export const PageNumber: { readonly CURRENT: string; readonly TOTAL_PAGES: string };
  export const ShadingType: { readonly CLEAR: string };
  export const TableLayoutType: { readonly FIXED: string };
  export const WidthType: { readonly DXA: string; readonly PERCENTAGE: string };
  export const Packer: { readonly toArrayBuffer: (document: Document) => Promise<ArrayBuffer> };
}
