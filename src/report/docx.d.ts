// What we use of the docx library. Its own types bring those of Node with them, which our code must not know.
declare module "docx" {
  export type RunOptions = {
    readonly text: string;
    readonly bold?: boolean;
    readonly size?: number;
    readonly rightToLeft?: boolean;
    readonly language?: { readonly value?: string; readonly bidirectional?: string };
  };
  export class TextRun {
    constructor(options: RunOptions);
  }
  export type ParagraphOptions = {
    readonly children: readonly TextRun[];
    readonly heading?: string;
    readonly bidirectional?: boolean;
    readonly keepNext?: boolean;
    readonly spacing?: { readonly before?: number; readonly after?: number };
  };
  export class Paragraph {
    constructor(options: ParagraphOptions);
  }
  export class TableCell {
    constructor(options: { readonly children: readonly Paragraph[] });
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
    });
  }
  export class Document {
    constructor(options: {
      readonly creator?: string;
      readonly lastModifiedBy?: string;
      readonly title?: string;
      readonly styles?: object;
      readonly sections: readonly {
        readonly properties?: object;
        readonly children: readonly (Paragraph | Table)[];
      }[];
    });
  }
  export const HeadingLevel: { readonly HEADING_1: string; readonly HEADING_2: string };
  export const WidthType: { readonly DXA: string; readonly PERCENTAGE: string };
  export const Packer: { readonly toArrayBuffer: (document: Document) => Promise<ArrayBuffer> };
}
