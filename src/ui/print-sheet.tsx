// A sheet of paper: black on white, its own size, its own language. What stands around it on screen is not printed.
import type { ComponentChildren } from "preact";
import "./print-sheet.css";

export type PaperSize = "a4" | "a4-landscape" | "a5" | "a6";

export type PrintSheetProps = {
  readonly size: PaperSize;
  readonly lang: string;
  readonly dir?: "ltr" | "rtl";
  readonly label: string;
  readonly children: ComponentChildren;
};

export const PrintSheet = ({ size, lang, dir = "ltr", label, children }: PrintSheetProps) => (
  <article class={`sheet sheet-${size}`} lang={lang} dir={dir} aria-label={label}>
    {children}
  </article>
);
