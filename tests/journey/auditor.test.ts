// An auditor who has the desk's key and nothing of ours: `age`, gunzip, the published schemas. Every number of a published
// edition can be made again from the sealed releases.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import canonicalize from "canonicalize";
import { afterAll, describe, expect, test } from "vitest";
import { cutAll } from "../../src/app/delivery.ts";
import { makeDemoDesk } from "../../src/app/demo/demo-desk.ts";
import { readForReport } from "../../src/app/desk/reports/build-report.ts";
import { createReportsModel } from "../../src/app/desk/reports/reports-model.ts";
import { createEntityId } from "../../src/app/record-writer.ts";
import { foldRounds } from "../../src/domain/desk.ts";
import { tellSkipped } from "../faults/figures.ts";
import { findAge } from "../faults/interop/find-age.ts";
import { createTestDevice, must } from "../fixtures/device.ts";
import { readTexts } from "../fixtures/read-texts.ts";
import { misfits } from "./plain-schema.ts";
import { type Audited, type AuditedTable, recount } from "./recount.ts";

const folder = mkdtempSync(join(tmpdir(), "kuuluu-auditor-"));
afterAll(() => rmSync(folder, { recursive: true }));
const version = findAge();
if (version === undefined) tellSkipped("auditor", "age", "there is no age here");

/** A desk with the practice round, a finding, and one published edition; then only its envelopes and its key. */
const publishOne = async () => {
  const device = await createTestDevice();
  const words = { desk: "Harjoitusjärjestö", round: "Harjoituskierros", unheld: "Nuorten ilta" };
  const desk = must(await makeDemoDesk(device, words, () => undefined));
  const records = must(await desk.records.readAll());
  const [round] = foldRounds(records);
  if (!round) throw new Error("no round");
  const { roundId } = round;
  const read = readForReport(records, roundId);
  const supports = (read?.releases ?? []).flatMap(({ record }) =>
    record.notes
      .slice(0, 2)
      .map(({ noteId, revision }) => ({ session: record.session, noteId, revision })),
  );
  must(
    await desk.writer.write([
      {
        ...{
          kind: "finding/1",
          parents: [],
          findingId: createEntityId(device.env.random),
          roundId,
        },
        ...{
          statement: { fi: "Kuultiin monessa pöydässä" },
          type: "concern",
          subThemes: [],
          themes: [],
        },
        ...{ supports, opposes: [], publishable: true },
      },
    ]),
  );
  const dimensions = round.fields.codebook.dimensions.map(({ id }) => id);
  const model = createReportsModel(
    device,
    desk,
    { roundId, dimensions },
    { lang: "fi", load: readTexts },
  );
  await model.start();
  model.change({ off: [] });
  const again = readForReport(must(await desk.records.readAll()), roundId);
  if (!again) throw new Error("nothing to report");
  await model.publish(again);
  expect([model.failure.value, model.obstacles.value]).toEqual([undefined, []]);
  must(await cutAll(device.delivery, desk));
  const files: Uint8Array[] = [];
  for (const { digest } of must(await desk.envelopes.list())) {
    const bytes = must(await desk.envelopes.read(digest));
    if (bytes) files.push(bytes);
  }
  return { files, key: desk.keys.identity };
};

const countShown = (table: AuditedTable | undefined): number =>
  table?.cells.filter(({ shown }) => shown !== undefined).length ?? 0;
const addTen = (cell: AuditedTable["cells"][number]) =>
  cell.shown === undefined ? cell : { ...cell, shown: cell.shown + 10 };

describe.skipIf(version === undefined)("an auditor with age and the published schemas", () => {
  test("makes every number of a published edition again from the releases", async () => {
    const { files, key } = await publishOne();
    const keyFile = join(folder, "key.txt");
    writeFileSync(keyFile, `${key}\n`, { mode: 0o600 });
    const records = files.flatMap((input) => {
      const clear = gunzipSync(
        execFileSync("age", ["-d", "-i", keyFile], { input, stdio: ["pipe", "pipe", "ignore"] }),
      );
      const [, , payload = ""] = clear.toString("utf8").split("\n");
      const list: readonly Audited[] = JSON.parse(payload).records;
      return list.map((record) => ({
        id: createHash("sha256")
          .update(canonicalize(record) ?? "")
          .digest("hex"),
        record,
      }));
    });
    for (const { record } of records) {
      const schema = JSON.parse(
        readFileSync(`public/schemas/${record.kind.replace("/", "-")}.json`, "utf8"),
      );
      expect([record.kind, misfits(record, schema)]).toEqual([record.kind, []]);
    }

    const edition = records.find(({ record }) => record.kind === "edition/1")?.record;
    if (!edition) throw new Error("no edition in the envelopes");
    const found = recount(edition, records);
    expect(found.wrong).toEqual([]);
    expect(found.numbers).toBeGreaterThan(10);
    expect(found.hidden).toBeGreaterThan(0);

    // The auditor is no rubber stamp: a number that was changed is found.
    const forge = (table: AuditedTable, at: number) =>
      at > 0 ? table : { ...table, cells: table.cells.map(addTen) };
    const shownFirst = edition.tables.toSorted((a, b) => countShown(b) - countShown(a));
    const forged = { ...edition, tables: shownFirst.map(forge) };
    expect(recount(forged, records).wrong.length).toBeGreaterThanOrEqual(countShown(shownFirst[0]));
  });
});
