// Hands counted at a table's end, carried by the release, and read at the desk as a series of their own.
import { expect, test, vi } from "vitest";
import { listHandsSeries } from "../../src/analysis/hands-series.ts";
import { closeSession } from "../../src/app/closing.ts";
import { examine } from "../../src/app/desk/intake-examine.ts";
import { importExamined } from "../../src/app/desk/intake-import.ts";
import { readFile } from "../../src/app/desk/intake-sources.ts";
import type { OpenBox } from "../../src/app/open-box.ts";
import { createDebriefModel } from "../../src/app/scribe/debrief-model.ts";
import { foldReleases } from "../../src/domain/desk.ts";
import { closingStatements, foldHands } from "../../src/domain/hands.ts";
import { ofKind } from "../../src/domain/record.ts";
import { makeHandOverFile } from "../../src/sync/hand-over-file.ts";
import { createTestDevice, must, type TestDevice } from "../fixtures/device.ts";
import { exampleNotes } from "../fixtures/example-notes.ts";
import { joinByCard, planOneSession, writeNotes } from "../fixtures/main-job.ts";

const handOver = async (tablet: TestDevice, box: OpenBox, office: TestDevice, desk: OpenBox) => {
  must(await closeSession(tablet.delivery, box));
  const entries = [];
  for (const { digest, box: target } of must(await box.envelopes.list())) {
    const bytes = must(await box.envelopes.read(digest));
    if (bytes) entries.push({ box: target, digest, bytes });
  }
  const bytes = makeHandOverFile(entries);
  const found = await readFile(office, { name: "a.kuuluu", read: async () => bytes });
  const examined = must(await examine(office, desk, found ? must(found) : []));
  must(await importExamined(desk, examined));
  return must(await desk.records.readAll());
};

const begin = async () => {
  const office = await createTestDevice();
  const { desk, link } = await planOneSession(office);
  const tablet = await createTestDevice();
  const box = await joinByCard(tablet, link);
  await writeNotes(tablet, box, exampleNotes().slice(0, 3));
  const debrief = async () => {
    const model = createDebriefModel(tablet, box, {
      ...{ lang: "fi", remark: "Pöytä pyysi", toCorrection: () => "Korjaus" },
    });
    await model.ready;
    await vi.waitFor(() => expect(model.log.state.value).toBe("ready"));
    return model;
  };
  const [statement] = closingStatements(await office.contents.currentCodebook());
  if (!statement) throw new Error("no statement");
  return { office, desk, tablet, box, debrief, statement: statement.id };
};

test("hands go from the debrief by the release to the desk's own series, apart from notes", async () => {
  const { office, desk, tablet, box, debrief, statement } = await begin();
  const model = await debrief();
  model.hands.type(statement, "agree", "7");
  model.hands.type(statement, "unsure", "2");
  await model.hands.save(statement);
  await model.dispose();

  const records = await handOver(tablet, box, office, desk);
  const [release] = foldReleases(records);
  expect(release?.current.record.hands).toEqual([{ statement, agree: 7, disagree: 0, unsure: 2 }]);
  expect(listHandsSeries(records)).toMatchObject([
    {
      statement,
      rows: [{ agree: 7, disagree: 0, unsure: 2, sessions: 1, apart: 0, isTellable: false }],
    },
  ]);
  expect(release?.current.record.notes).toHaveLength(3);
});

test("a table that showed no hands hands over a release without a word of them", async () => {
  const { office, desk, tablet, box, debrief, statement } = await begin();
  const model = await debrief();
  model.hands.type(statement, "agree", "5");
  await model.hands.save(statement);
  model.hands.type(statement, "agree", "");
  model.hands.type(statement, "disagree", "");
  model.hands.type(statement, "unsure", "");
  await model.hands.save(statement);
  await model.dispose();
  const records = await handOver(tablet, box, office, desk);
  expect(foldReleases(records)[0]?.current.record).not.toHaveProperty("hands");
  expect(listHandsSeries(records)).toEqual([]);
});

test("what is no number of hands is not saved, and what is typed is kept when the page hides", async () => {
  const { box, debrief, statement } = await begin();
  const model = await debrief();
  model.hands.type(statement, "agree", "-3");
  expect(model.hands.isWrong(statement)).toBe(true);
  await model.flush();
  expect(ofKind(must(await box.records.readAll()), "hands/1")).toEqual([]);
  model.hands.type(statement, "agree", "3");
  await model.flush();
  expect(foldHands(must(await box.records.readAll()))[0]?.fields.count).toEqual({
    ...{ agree: 3, disagree: 0, unsure: 0 },
  });
  await model.dispose();
});

test("two devices that counted differently stand side by side until a person chooses", async () => {
  const { office, desk, tablet, box, debrief, statement } = await begin();
  const count = { agree: 4, disagree: 1, unsure: 0 };
  must(await box.writer.write([{ kind: "hands/1", parents: [], statement, count }]));
  const other = { ...count, agree: 5 };
  must(await box.writer.write([{ kind: "hands/1", parents: [], statement, count: other }]));
  const model = await debrief();
  expect(model.hands.countOf(statement)).toEqual([count, other]);
  const apart = await handOver(tablet, box, office, desk);
  expect(listHandsSeries(apart)).toMatchObject([{ rows: [{ agree: 0, sessions: 0, apart: 1 }] }]);

  await model.hands.choose(statement, other);
  expect(model.hands.countOf(statement)).toEqual([other]);
  const settled = await handOver(tablet, box, office, desk);
  expect(listHandsSeries(settled)).toMatchObject([{ rows: [{ agree: 5, sessions: 1, apart: 0 }] }]);
  await model.dispose();
});
