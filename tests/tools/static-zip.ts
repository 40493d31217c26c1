// Packs the built app for people who have a web space and no server: dist/kuuluu-static.zip, with a page that says
// what to do with it. The same build always gives the same bytes.
import { globSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { zipSync } from "fflate";

const target = "dist/kuuluu-static.zip";
// Zip has no time zones: its dates are local, so this one is too.
const mtime = new Date(2026, 0, 1);

const files = globSync("**", { cwd: "dist", exclude: ["**/*.zip", ".vite", "screenshots"] })
  .filter((name) => statSync(`dist/${name}`).isFile())
  .toSorted();

const content = Object.fromEntries(
  files.map((name) => [`kuuluu/${name}`, readFileSync(`dist/${name}`)] as const),
);
const guide = readFileSync("tests/tools/static-guide.html");
const licence = readFileSync("LICENSE");

const zip = zipSync(
  { "GUIDE.html": guide, "LICENSE.txt": licence, ...content },
  { level: 9, mtime },
);
writeFileSync(target, zip);
console.log(`${target}: ${files.length} files, ${Math.ceil(zip.length / 1000)} kB`);
