// The files under test here: every source file with its text, read once.
import { globSync, readFileSync } from "node:fs";

export type SourceFile = { readonly path: string; readonly text: string };

/** All files below the folder with one of the endings, by path. */
export const readFiles = (pattern: string): readonly SourceFile[] =>
  globSync(pattern)
    // The bench's peers, once installed, are nobody's source here.
    .filter((path) => !path.includes("node_modules"))
    .toSorted()
    .map((path) => ({ path, text: readFileSync(path, "utf8") }));

export const sources = readFiles("src/**/*.{ts,tsx}").filter(({ path }) => !path.endsWith(".d.ts"));
export const styles = readFiles("src/**/*.css");
export const tests = readFiles("tests/**/*.{ts,tsx}");

export const countLines = ({ text }: SourceFile): number => text.trimEnd().split("\n").length;
