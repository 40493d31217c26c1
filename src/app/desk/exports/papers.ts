// Papers that the law or the work asks for, filled with what the round knows. What only people know stays a gap in square
// brackets. A paper is a report, so it comes out as a Word file like any other.
import { z } from "../../../domain/schema.ts";
import type { Block, Report } from "../../../report/report.ts";

export const paperKinds = ["record", "impact", "assignment", "notice", "accessibility"] as const;
export type PaperKind = (typeof paperKinds)[number];

/**
 * A paper's lines in order. A key's letter tells what it is: h heading, p paragraph, l item of a list, g the round's
 * notice. An n or m behind its number: only where an organisation or the municipality runs the desk.
 */
const PaperTexts = z.record(z.enum(paperKinds), z.record(z.string(), z.string()));
export type PaperTexts = z.infer<typeof PaperTexts>;

/** The file of the locale as it was loaded; ours, so it fits or the build is broken. */
export const readPaperTexts = (loaded: object): PaperTexts => PaperTexts.parse(loaded);

export type PaperFacts = {
  readonly lang: string;
  readonly madeAt: string;
  readonly operator: "ngo" | "municipality";
  readonly values: Readonly<Record<string, string>>;
  /** The round's own notice in this language, or undefined. */
  readonly notice: string | undefined;
};

const fill = (text: string, values: PaperFacts["values"]): string =>
  text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole);

const line = /^([hplg])\d+([nm])?$/;

export const toPaper = (kind: PaperKind, texts: PaperTexts, facts: PaperFacts): Report => {
  const { lang, madeAt, operator, values, notice } = facts;
  const { title = "", ...lines } = texts[kind];
  const blocks: Block[] = [];
  let items: { text: string }[] = [];
  const endList = () => {
    if (items.length > 0) blocks.push({ kind: "list", items });
    items = [];
  };
  for (const [key, template] of Object.entries(lines)) {
    const [, sort, only] = line.exec(key) ?? [];
    if (only !== undefined && only !== (operator === "ngo" ? "n" : "m")) continue;
    const text = fill(template, values);
    if (sort === "l") {
      items.push({ text });
      continue;
    }
    endList();
    if (sort === "h") blocks.push({ kind: "heading", level: 2, text });
    else if (sort === "g" && notice !== undefined) {
      blocks.push(
        ...notice
          .split(/\n\s*\n/)
          .map((part): Block => ({ kind: "paragraph", text: { text: fill(part, values) } })),
      );
    } else blocks.push({ kind: "paragraph", text: { text } });
  }
  endList();
  return { title, lang, madeAt, forPublishing: true, blocks };
};
