// The built app as the tests of it see it: Vite's list of chunks, and what each role has to load.
import { existsSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

type Chunk = {
  readonly file: string;
  readonly src?: string;
  readonly isEntry?: boolean;
  readonly isDynamicEntry?: boolean;
  readonly imports?: readonly string[];
};
export type Chunks = Readonly<Record<string, Chunk>>;

export const readBuilt = (path: string): string => {
  if (!existsSync(`dist/${path}`)) throw new Error(`dist/${path} is missing: npm run build`);
  return readFileSync(`dist/${path}`, "utf8");
};

// Vite wrote it a moment ago; its form is that of the version in package.json.
export const readChunks = (): Chunks => JSON.parse(readBuilt(".vite/manifest.json")) as Chunks;

/** The files that come with these chunks: themselves and all that they import at once. */
const withImports = (chunks: Chunks, names: readonly string[]): ReadonlySet<string> => {
  const files = new Set<string>();
  const visit = (name: string) => {
    const chunk = chunks[name];
    if (!chunk) throw new Error(`no chunk ${name}`);
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    chunk.imports?.forEach(visit);
  };
  names.forEach(visit);
  return files;
};

const namesFor = (chunks: Chunks, source: RegExp) =>
  Object.entries(chunks)
    .filter(([name, { isEntry, isDynamicEntry, src }]) =>
      isEntry ? true : isDynamicEntry && source.test(src ?? name),
    )
    .map(([name]) => name);

/** Scripts of a role: the entry and every part that lies in its folder itself. */
export const filesOfRole = (chunks: Chunks, role: string): ReadonlySet<string> =>
  withImports(chunks, namesFor(chunks, new RegExp(`^src/app/${role}/[^/]+$`)));

/** The areas of a role, each a folder in its folder whose screens are fetched when they are opened. */
export const areasOf = (chunks: Chunks, role: string): readonly string[] => {
  const area = new RegExp(`^src/app/(${role}/[^/]+)/`);
  const found = Object.entries(chunks).flatMap(
    ([name, { src }]) => area.exec(src ?? name)?.[1] ?? [],
  );
  return [...new Set(found)];
};

/** What has to be there before the scribe's first keystroke can be kept: the entry and the live screen. */
export const filesOfFirstLoad = (chunks: Chunks): ReadonlySet<string> =>
  withImports(chunks, namesFor(chunks, /^src\/app\/scribe\/capture-screen/));

/** kB of gzip (1,000 bytes), scripts only. */
export const sizeOf = (files: Iterable<string>): number =>
  [...files]
    .filter((file) => file.endsWith(".js"))
    .reduce((sum, file) => sum + gzipSync(readFileSync(`dist/${file}`), { level: 9 }).length, 0) /
  1000;
