// Records of the kinds that only a desk keeps: every door for what arrives knows them, and only the live screen does not.
import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { deskKinds } from "../../src/domain/desk-work.ts";
import { parseRecord, schemas } from "../../src/domain/gate.ts";
import { parseTableRecord, tableKinds } from "../../src/domain/record.ts";
import { openEnvelope } from "../../src/sync/receive.ts";
import { createCircle } from "../fixtures/circle.ts";
import { createTestDevice, must } from "../fixtures/device.ts";
import { finding, theme } from "../fixtures/records.ts";
import { jsonSchemas } from "../tools/json-schemas.ts";

const kinds = Object.keys(deskKinds);

test("opens an envelope of a desk's kinds, and sets none aside as newer", async () => {
  const circle = await createCircle();
  const records = [theme({ box: circle.sessionBox }), finding({ box: circle.sessionBox })];
  const { bytes } = await circle.cut({ records });
  const opened = await openEnvelope(bytes, circle.receive());
  expect(opened.ok && opened.value.records).toEqual(records);
});

test.each(kinds)("knows %s wherever records arrive, and tells what is wrong with one", (kind) => {
  const refused = parseRecord({ kind });
  expect(refused.ok ? "" : refused.error.type).toBe("record-invalid");
  const elsewhere = parseTableRecord({ kind });
  expect(elsewhere.ok ? "" : elsewhere.error.type).toBe("record-newer");
});

test("lets the desk write its own kinds, and a session's box none of them", async () => {
  const device = await createTestDevice();
  const { desk } = must(await device.workspace.createDesk("kolme tavallista sanaa"));
  const { box, author, stamp, salt, ...draft } = theme().record;
  expect((await desk.writer.write([draft])).ok).toBe(true);
  const session = must(await device.workspace.joinSession("K7PA-3M9X-Q2TD-8WVW", "scribe"));
  expect(await session.writer.write([draft])).toMatchObject({
    error: { type: "record-newer", kind: "theme/1" },
  });
});

test("is asked by whatever takes records in: the table's own gate stands in the writer's way alone", () => {
  const users = globSync("src/**/*.{ts,tsx}").filter((file) =>
    readFileSync(file, "utf8").includes("parseTableRecord"),
  );
  expect(users.toSorted()).toEqual([
    "src/app/demo/demo-session.ts",
    "src/app/open-box.ts",
    "src/domain/record.ts",
  ]);
});

test("has every kind once, and a published schema for each", () => {
  expect(Object.keys(schemas)).toHaveLength(kinds.length + Object.keys(tableKinds).length);
  for (const kind of Object.keys(schemas)) {
    expect(jsonSchemas).toHaveProperty([`${kind.replace("/", "-")}.json`]);
  }
});
