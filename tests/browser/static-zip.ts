// The static zip unpacked as a person would, ready to be served.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { unzipSync } from "fflate";

/** Writes the files of the zip's `kuuluu/` folder into `folder`. */
export const unpackStaticZip = async (folder: string): Promise<void> => {
  const files = unzipSync(await readFile("dist/kuuluu-static.zip"));
  for (const [name, content] of Object.entries(files)) {
    if (!name.startsWith("kuuluu/")) continue;
    const path = join(folder, name.slice("kuuluu/".length));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
};
