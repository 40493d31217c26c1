// JSON Schemas of all that travels, generated from the schemas the app itself uses, so that others can check and read
// our files without our code. Run as a program it writes public/schemas.
import { mkdir, writeFile } from "node:fs/promises";
import * as z from "zod/mini";
import { ExchangeContent } from "../../src/domain/exchange-records.ts";
import { schemas as records } from "../../src/domain/gate.ts";
import { RoundFile } from "../../src/report/round-json.ts";
import { BundleHeader } from "../../src/wire/bundle-header.ts";

const folder = "public/schemas";

const toText = (name: string, schema: z.core.$ZodType): string => {
  // Limits that JSON Schema cannot say (well-formed text, no tag twice) are left out; the app still checks them.
  const json = z.toJSONSchema(schema, { unrepresentable: "any", io: "input" });
  return `${JSON.stringify({ ...json, title: name }, null, 2)}\n`;
};

const recordNames = Object.keys(records) as (keyof typeof records)[];

/** File name and content of every schema. `payload` says how records travel; each record has its own file. */
export const jsonSchemas: Readonly<Record<string, string>> = {
  "header.json": toText("header", BundleHeader),
  "payload.json": `${JSON.stringify(
    {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      title: "payload",
      type: "object",
      properties: {
        records: {
          type: "array",
          items: { anyOf: recordNames.map((name) => ({ $ref: fileOf(name) })) },
        },
      },
      required: ["records"],
      additionalProperties: false,
    },
    null,
    2,
  )}\n`,
  "exchange-file-1.json": toText("exchange-file", ExchangeContent),
  "round-file-1.json": toText("round-file", RoundFile),
  ...Object.fromEntries(recordNames.map((name) => [fileOf(name), toText(name, records[name])])),
};

/** `note/1` lies in `note-1.json`. */
function fileOf(kind: string): string {
  return `${kind.replace("/", "-")}.json`;
}

if (process.argv[1] === import.meta.filename) {
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(jsonSchemas))
    await writeFile(`${folder}/${name}`, text);
  console.log(`${Object.keys(jsonSchemas).length} schemas in ${folder}`);
}
