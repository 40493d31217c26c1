// Exchange files: only what may be told outside goes into one, only a whole and honest one is taken in, and its numbers are
// weighed like any other publication's.
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { threadOf } from "../../src/analysis/thread.ts";
import { buildThreadGraph } from "../../src/analysis/thread-graph.ts";
import { createDeskWork } from "../../src/app/desk/desk-work.ts";
import {
  createGiveModel,
  listGiven,
  prepareExchange,
} from "../../src/app/desk/exchange/give-model.ts";
import { createTakeModel } from "../../src/app/desk/exchange/take-model.ts";
import { type Bytes, toUtf8 } from "../../src/base/bytes.ts";
import { foldEditions } from "../../src/domain/editions.ts";
import type { ExchangeContent } from "../../src/domain/exchange-records.ts";
import { foldExchanges, receivedFindings } from "../../src/domain/exchanges.ts";
import { foldFindings } from "../../src/domain/findings.ts";
import { foldMeasures } from "../../src/domain/measures.ts";
import { ofKind } from "../../src/domain/record.ts";
import { BoxId } from "../../src/domain/schema.ts";
import {
  maxExchangeBytes,
  parseExchangeFile,
  toExchangeFile,
} from "../../src/report/exchange-file.ts";
import { createTestDevice, must, type TestDevice } from "../fixtures/device.ts";
import { createGivingWorld, type GivingWorld, measureDraft } from "../fixtures/exchange-world.ts";
import { roundId } from "../fixtures/findings-world.ts";
import { createReportWorld } from "../fixtures/report-world.ts";

const takenFrom = (bytes: Uint8Array<ArrayBuffer>) => ({
  size: bytes.length,
  read: async () => bytes,
});

let world: GivingWorld;
let elsewhere: TestDevice;
beforeEach(async () => {
  world = await createGivingWorld();
  elsewhere = await createTestDevice();
});

const give = async (from: GivingWorld = world, change: object = {}) => {
  const files: Bytes[] = [];
  const model = createGiveModel(from.office, from.desk, roundId, async (_, bytes) => {
    files.push(bytes);
    return "downloaded";
  });
  model.change(change);
  await model.give({ title: "Esimerkkejä muille", lang: "fi" });
  return { model, file: files[0] };
};
const mustGive = async (change: object = {}): Promise<Bytes> => {
  const { file } = await give(world, change);
  if (!file) throw new Error("no file");
  return file;
};
const openElsewhere = async () => {
  const { desk } = must(await elsewhere.workspace.createDesk("neljä tavallista sanaa tässä"));
  const work = createDeskWork(desk);
  const model = createTakeModel(elsewhere, desk, work);
  return { desk, model, records: async () => must(await desk.records.readAll()) };
};

describe("what goes out", () => {
  test("is the checked findings, quotes and measures, as the door lets them through", async () => {
    const content = must(parseExchangeFile(await mustGive({ purpose: "hand-over" })));
    expect(content).toMatchObject({ purpose: "hand-over", origin: "Yhdessä ry", operator: "ngo" });
    expect(content.findings).toMatchObject([
      { findingId: world.findingId, statement: { fi: "Alikulku on pimeä" } },
    ]);
    expect(content.findings[0]?.quotes.map(({ text }) => text)).toEqual(["Alikulku on pimeä."]);
    expect(content.measures).toMatchObject([
      { what: { fi: "Valaistaan alikulku." }, findings: [world.findingId], followUps: [] },
    ]);
  });

  test("holds no note, no memo, no unchecked word, no name of a session and no id of one", async () => {
    for (const purpose of ["examples", "hand-over"]) {
      const text = new TextDecoder().decode(await mustGive({ purpose }));
      expect(text).not.toContain("KANARIA");
      for (const said of ["Bussia odotetaan", "Tunneln är mörk", "nyt hyvä valo", "Ilta 1"]) {
        expect(text).not.toContain(said);
      }
      for (const { record } of ofKind(await world.records(), "release/1")) {
        expect(text).not.toContain(record.session);
        for (const note of record.notes) {
          expect(text).not.toContain(note.noteId);
          expect(text).not.toContain(note.revision);
        }
      }
    }
  });

  test("leaves out what was not chosen, and ties to it", async () => {
    const content = must(parseExchangeFile(await mustGive({ leftOut: [world.findingId] })));
    expect(content.findings).toEqual([]);
    expect(content.measures).toMatchObject([{ findings: [] }]);
  });

  test("points out what looks like personal data in any of its words", async () => {
    await world.findings.word(world.findingId, "en", "Call 040 123 4567");
    await world.findings.check(world.findingId);
    const choice = { purpose: "examples", leftOut: [], silent: [] } as const;
    const prepared = prepareExchange(
      await world.records(),
      roundId,
      choice,
      "2026-12-01T10:00:00.000Z",
    );
    expect(prepared?.names).toEqual(["040 123 4567"]);
  });

  test("is noted in the ledger as its own kind of text, and can be saved again as it was", async () => {
    const { model, file } = await give();
    const [given] = listGiven(await world.records(), roundId);
    expect(given?.fields).toMatchObject({ as: "examples", title: "Esimerkkejä muille" });
    if (!given || !file) throw new Error("nothing given");
    const again: Bytes[] = [];
    const second = createGiveModel(world.office, world.desk, roundId, async (_, bytes) => {
      again.push(bytes);
      return "downloaded";
    });
    await second.saveAgain(given);
    expect(again).toEqual([file]);
    expect(model.failure.value).toBeUndefined();
  });

  test("tells nothing of few: three sessions give no number", async () => {
    const content = must(parseExchangeFile(await mustGive({ purpose: "hand-over" })));
    expect(content.findings[0]?.heard).toBeUndefined();
    const shown = content.tables.flatMap(({ cells }) => cells.map((cell) => cell.shown));
    expect(shown.filter((value) => value !== undefined && value > 0)).toEqual([]);
  });
});

describe("its numbers", () => {
  test("are weighed against earlier editions, and a leak blocks the file until they are left out", async () => {
    const report = await createReportWorld(12);
    await report.addFinding("Kuultu laajasti", [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    const giveReport = async (change: object) => {
      const files: Bytes[] = [];
      const model = createGiveModel(
        report.office,
        report.desk,
        report.roundId,
        async (_, bytes) => {
          files.push(bytes);
          return "downloaded";
        },
      );
      model.change({ purpose: "hand-over", ...change });
      await model.give({ title: "Luovutus", lang: "fi" });
      return { model, files };
    };
    const first = await giveReport({});
    expect(first.model.obstacles.value).toEqual([]);
    const content = must(parseExchangeFile(first.files[0] ?? toUtf8("")));
    expect(content.findings[0]?.heard).toBe(10);
    // One more session, and the difference would be what it said.
    await report.handOver(13, { session: BoxId.parse("0d".repeat(16)) });
    const second = await giveReport({});
    expect(second.files).toEqual([]);
    expect(second.model.obstacles.value[0]).toMatchObject({ type: "too-close", sessions: 1 });
    expect(foldEditions(await report.records())).toHaveLength(1);
    const third = await giveReport({ silent: ["dimensions", "sub-themes", "findings"] });
    expect(third.files).toHaveLength(1);
    expect(must(parseExchangeFile(third.files[0] ?? toUtf8(""))).tables).toEqual([]);
  });
});

describe("what comes in", () => {
  test("is seen first, then kept once however often it is taken in", async () => {
    const file = await mustGive({ purpose: "hand-over" });
    const { model, records } = await openElsewhere();
    await model.look(takenFrom(file));
    expect(model.preview.value).toMatchObject({
      isKnown: false,
      content: { origin: "Yhdessä ry" },
    });
    expect(ofKind(await records(), "exchange/1")).toEqual([]);
    const digest = await model.take();
    await model.look(takenFrom(file));
    expect(model.preview.value).toMatchObject({ isKnown: true });
    await model.take();
    expect(foldExchanges(await records()).map((view) => view.digest)).toEqual([digest]);
    expect(ofKind(await records(), "exchange/1")).toHaveLength(1);
  });

  test("is nothing of the desk's own: no finding, no measure, nothing publishable", async () => {
    const { model, records } = await openElsewhere();
    await model.look(takenFrom(await mustGive({ purpose: "hand-over" })));
    await model.take();
    expect(foldFindings(await records())).toEqual([]);
    expect(foldMeasures(await records())).toEqual([]);
  });

  test("goes aside and comes back, whole", async () => {
    const { model, records } = await openElsewhere();
    await model.look(takenFrom(await mustGive()));
    const digest = await model.take();
    if (!digest) throw new Error("not taken");
    const before = foldExchanges(await records())[0]?.content;
    await model.setAside(digest, true);
    expect(foldExchanges(await records())).toMatchObject([{ isAside: true }]);
    await model.setAside(digest, false);
    expect(foldExchanges(await records())).toMatchObject([{ isAside: false, content: before }]);
  });

  test("takes a handed-over finding up in the thread of the measure that answers it; examples never", async () => {
    const taken = async (purpose: string) => {
      const there = await openElsewhere();
      await there.model.look(takenFrom(await mustGive({ purpose })));
      await there.model.take();
      must(
        await there.desk.writer.write([
          { ...measureDraft, findings: [world.findingId], memo: "oma" },
        ]),
      );
      const records = await there.records();
      const thread = threadOf(buildThreadGraph(records), {
        ...{ kind: "measure", id: measureDraft.measureId },
      });
      return { received: receivedFindings(foldExchanges(records)).size, finding: thread?.nodes[0] };
    };
    const handed = await taken("hand-over");
    expect(handed.received).toBe(1);
    expect(handed.finding).toMatchObject({
      ...{ kind: "finding", state: "here", words: { fi: "Alikulku on pimeä" } },
      received: { from: { content: { origin: "Yhdessä ry" } } },
    });
    elsewhere = await createTestDevice();
    expect(await taken("examples")).toMatchObject({ received: 0, finding: { state: "gone" } });
  });

  test("is refused where it is this desk's own file", async () => {
    const file = await mustGive();
    const model = createTakeModel(world.office, world.desk, createDeskWork(world.desk));
    await model.look(takenFrom(file));
    expect(model.refusal.value).toEqual({ type: "exchange-own" });
  });
});

describe("a hostile file", () => {
  const typeOf = (bytes: Uint8Array) => {
    const parsed = parseExchangeFile(bytes);
    return parsed.ok ? "taken" : parsed.error.type;
  };
  const change = (
    file: Bytes,
    how: (content: ExchangeContent & Record<string, unknown>) => unknown,
  ) => toUtf8(JSON.stringify(how(JSON.parse(new TextDecoder().decode(file)))));

  test("cut anywhere is refused, and nothing is thrown", async () => {
    const file = await mustGive({ purpose: "hand-over" });
    const whole = new TextDecoder().decode(file).trimEnd().length;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole - 1 }), (length) => {
        expect(["exchange-damaged", "exchange-invalid"]).toContain(
          typeOf(file.subarray(0, length)),
        );
      }),
    );
  });

  test("with any byte changed is refused, or is still a file of the strict form", async () => {
    const file = await mustGive();
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: file.length - 1 }),
        fc.integer({ min: 0, max: 255 }),
        (at, byte) => {
          const changed = file.slice();
          changed[at] = byte;
          const parsed = parseExchangeFile(changed);
          if (parsed.ok) expect(parseExchangeFile(toExchangeFile(parsed.value))).toEqual(parsed);
        },
      ),
    );
  });

  test("is told by its fault: too large, newer, of another kind, not text", async () => {
    const file = await mustGive();
    expect(typeOf(new Uint8Array(maxExchangeBytes + 1))).toBe("exchange-too-large");
    expect(typeOf(change(file, (all) => ({ ...all, format: "kuuluu-exchange/2" })))).toBe(
      "exchange-newer",
    );
    expect(typeOf(change(file, (all) => ({ ...all, format: "kuuluu-round/1" })))).toBe(
      "exchange-other",
    );
    expect(typeOf(toUtf8("[]"))).toBe("exchange-other");
    expect(typeOf(toUtf8("null"))).toBe("exchange-other");
    expect(typeOf(Uint8Array.of(0xff, 0xfe, 0x00))).toBe("exchange-damaged");
    expect(typeOf(toUtf8("PK\u0003\u0004"))).toBe("exchange-damaged");
  });

  test("with keys of a prototype, with depth, with fields nobody knows or twice the same is refused", async () => {
    const file = await mustGive();
    const text = new TextDecoder().decode(file);
    for (const key of ["__proto__", "constructor", "prototype"]) {
      expect(typeOf(toUtf8(text.replace("{", `{"${key}":{"polluted":true},`)))).toBe(
        "exchange-invalid",
      );
    }
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
    expect(typeOf(toUtf8("[".repeat(5_000)))).toBe("exchange-invalid");
    expect(typeOf(change(file, (all) => ({ ...all, extra: 1 })))).toBe("exchange-invalid");
    expect(
      typeOf(change(file, (all) => ({ ...all, findings: [...all.findings, ...all.findings] }))),
    ).toBe("exchange-invalid");
  });

  test("with ill-formed text, a wrong day or a negative count says where", async () => {
    const file = await mustGive({ purpose: "hand-over" });
    const faults: readonly [string, (content: ExchangeContent) => object][] = [
      ["origin", (all) => ({ ...all, origin: "\ud800" })],
      ["origin", (all) => ({ ...all, origin: "a\u0000b" })],
      ["madeAt", (all) => ({ ...all, madeAt: "2026-13-45T00:00:00.000Z" })],
      [
        "findings.0.heard",
        (all) => ({ ...all, findings: all.findings.map((each) => ({ ...each, heard: -5 })) }),
      ],
      [
        "measures.0.dueOn",
        (all) => ({ ...all, measures: all.measures.map((each) => ({ ...each, dueOn: "soon" })) }),
      ],
    ];
    for (const [path, how] of faults) {
      expect(parseExchangeFile(change(file, how))).toMatchObject({
        error: { type: "exchange-invalid", path },
      });
    }
  });
});
