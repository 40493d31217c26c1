// What of an event reaches slides, papers and the file: what may be told, and not one word more.
import { createHash } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { makePackFile } from "../../src/app/desk/event/pack-file.ts";
import { foldReleases } from "../../src/domain/desk.ts";
import { Digest } from "../../src/domain/schema.ts";
import { toEventPage } from "../../src/report/event-page.ts";
import { toSlides } from "../../src/report/slides.ts";
import { must } from "../fixtures/device.ts";
import { canary, createEventWorld, type EventWorld } from "../fixtures/event-world.ts";
import { noteOf, refTo, roundId } from "../fixtures/findings-world.ts";
import { noteIdOf } from "../fixtures/records.ts";
import { hostileTexts } from "../fixtures/report.ts";

let world: EventWorld;
beforeEach(async () => {
  world = await createEventWorld();
});

const fileOf = async () =>
  new TextDecoder().decode(await makePackFile(await world.pack(), world.office.env.digest));

const approveQuote = async (session: number) => {
  const note = noteOf(session);
  await world.quotes.approve(roundId, refTo(session, note), {
    ...{ text: note.text, lang: note.lang, translation: {}, withGroup: false },
  });
};

test("shows the finding that may be told, in words without a count, and the programme in its three stages", async () => {
  const { deck, content } = await world.pack();
  expect(content.dimensions.map(({ number, findings }) => [number, findings.length])).toEqual([
    [2, 1],
  ]);
  expect(content.dimensions[0]?.findings[0]).toMatchObject({
    statement: { text: "Alikulku on pimeä", lang: "fi" },
    evidence: "Kuultu keskusteluissa.",
  });
  expect(content.stages.map(({ name, minutes }) => [name, minutes])).toEqual([
    ["Ymmärrämme", 40],
    ["Ideoimme", 45],
    ["Päätämme", 35],
  ]);
  expect(deck.slides.map(({ kind }) => kind)).toEqual([
    "title",
    "programme",
    "finding",
    "commitments",
  ]);
});

test("says several sessions once a report of these very sessions has told it, however many it was heard in", async () => {
  await world.findings.link(world.told, "supports", [refTo(2, noteOf(2)), refTo(3, noteOf(3))]);
  const evidence = async () => (await world.pack()).content.dimensions[0]?.findings[0]?.evidence;
  expect(await evidence()).toBe("Kuultu keskusteluissa.");
  const releases = foldReleases(await world.records());
  must(
    await world.desk.writer.write([
      {
        ...{ kind: "edition/1", parents: [], editionId: noteIdOf(0xed), roundId, lang: "fi" },
        ...{ title: "Raportti", report: Digest.parse("a".repeat(64)) },
        releases: releases.map(({ session, current }) => ({ session, release: current.id })),
        tables: [
          { measure: "sessions", by: ["finding"], cells: [{ keys: [world.told], shown: 5 }] },
        ],
      },
    ]),
  );
  expect(await evidence()).toBe("Kuultu useassa tilaisuudessa.");
});

test("speaks the pack's language, and marks what it has only in another", async () => {
  await world.findings.word(world.told, "en", "The underpass is dark");
  await world.findings.check(world.told);
  const english = await world.pack("en");
  expect(english.content.dimensions[0]?.findings[0]?.statement).toEqual({
    text: "The underpass is dark",
    lang: "en",
  });
  const swedish = await world.pack("sv");
  expect(swedish.content.dimensions[0]?.findings[0]?.statement.lang).toBe("fi");
  expect(await makePackFile(swedish, world.office.env.digest)).toBeTruthy();
});

test("lets no word out that is unchecked, withdrawn, a memo, a remark or the script", async () => {
  await approveQuote(1);
  await world.room.commit(await world.view(), {
    findings: [world.unchecked],
    promise: { fi: `${canary} ei vielä näytetty` },
  });
  await world.room.addIdea(await world.view(), { text: `${canary} idea`, lang: "fi" });
  const pack = await world.pack();
  expect(JSON.stringify([pack.content, pack.deck])).not.toContain(canary);
  expect(await fileOf()).not.toContain(canary);
  expect(JSON.stringify(pack.deck)).toContain("Alikulku on pimeä");
  expect(JSON.stringify(pack.deck)).toContain("Alikulku on pimeä.");
  // The marker is really there to be found, or the test says nothing.
  expect(JSON.stringify(await world.records())).toContain(canary);
  await world.findings.word(world.told, "fi", `${canary} muutettu tarkistuksen jälkeen`);
  expect(JSON.stringify((await world.pack()).deck)).not.toContain(canary);
});

test("shows a commitment once it was shown, and no longer when its words have changed", async () => {
  const id = await world.room.commit(await world.view(), {
    findings: [world.told],
    promise: { fi: "Alikulkuun tulee valot." },
    unit: "Tekniset palvelut",
    dueOn: "2027-03-31",
  });
  if (!id) throw new Error("not written");
  expect((await world.pack()).content.commitments).toEqual([]);
  await world.room.check(id);
  expect((await world.pack()).content.commitments).toMatchObject([
    {
      promise: { text: "Alikulkuun tulee valot.", lang: "fi" },
      finding: { text: "Alikulku on pimeä" },
      unit: "Tekniset palvelut",
      due: "31.3.2027",
    },
  ]);
  await world.room.wordPromise(id, "fi", "Alikulkuun tulee ehkä valot.");
  expect((await world.pack()).content.commitments).toEqual([]);
});

test("shows ideas of the groups that were chosen alone, those with most hands first", async () => {
  const view = await world.view();
  for (const text of ["Valot", "Peilit", "Vartija"]) {
    await world.room.addIdea(view, { text, lang: "fi", findingId: world.told });
  }
  await world.room.addIdea(view, { text: "Muu", lang: "fi" });
  const [, mirrors, guard] = await world.allIdeas();
  if (!mirrors || !guard) throw new Error("no ideas");
  await world.room.setDots(mirrors.ideaId, 4);
  await world.room.merge(guard.ideaId, mirrors.ideaId);
  expect((await world.pack()).content.ideas).toEqual([]);
  const { ideas } = (await world.pack("fi", [world.told])).content;
  expect(ideas.flatMap((group) => group.ideas.map(({ said, dots }) => [said.text, dots]))).toEqual([
    ["Peilit", 4],
    ["Valot", 0],
  ]);
});

describe("the file", () => {
  test("names its one style and one script by their digests, and fetches nothing", async () => {
    const page = await fileOf();
    const inside = (tag: string) =>
      new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(page)?.[1] ?? "";
    const digestOf = (text: string) => createHash("sha256").update(text).digest("base64");
    expect(page).toContain(
      `content="default-src 'none'; style-src 'sha256-${digestOf(inside("style"))}'; script-src 'sha256-${digestOf(inside("script"))}'; base-uri 'none'; form-action 'none'"`,
    );
    expect(inside("script")).toContain("commitments");
    expect(page).not.toMatch(/<link|<img|\son\w+="|\sstyle="|url\(|https?:\/\//);
    expect(page.match(/<script/g)).toHaveLength(2);
  });

  test("holds what people wrote as text, however it looks", async () => {
    const { content, words } = await world.pack();
    for (const hostile of [...hostileTexts, "</script><script>alert(1)</script>", "\u2028<!--"]) {
      const [dimension] = content.dimensions;
      if (!dimension) throw new Error("no dimension");
      const finding = {
        findingId: world.told,
        statement: { text: hostile, lang: "fi" },
        evidence: "",
        quotes: [{ said: { text: hostile, lang: "sv" }, source: hostile }],
      };
      const slides = toSlides({
        ...{ id: "a", kind: "finding", title: { text: hostile, lang: "fi" }, dimension: 1 },
        lines: [{ kind: "statement", said: finding.statement }],
      });
      const page = toEventPage(
        {
          ...content,
          name: finding.statement,
          dimensions: [{ ...dimension, findings: [finding] }],
        },
        { eventId: "e", lang: "fi", slides },
        Object.fromEntries(Object.keys(words).map((key) => [key, hostile])) as never,
        { style: "", script: "", styleDigest: "", scriptDigest: "" },
      );
      expect(page.match(/<script/g)).toHaveLength(2);
      expect(page).not.toContain("<b>");
      const data = /id="pack">([\s\S]*?)<\/script>/.exec(page)?.[1] ?? "";
      expect(JSON.parse(data).findings[0].text).toBe(hostile);
    }
  });
});
