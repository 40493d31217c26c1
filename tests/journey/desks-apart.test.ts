// Two coordinators work on one desk apart, without a network, and come together again: in whatever order their records
// meet, both read the same, nothing either of them did is lost, and no words are out that nobody has checked.
import fc from "fast-check";
import { expect, test } from "vitest";
import { listPublishableFindings, listPublishableQuotes } from "../../src/analysis/publishable.ts";
import { foldFindings, foldQuotes, foldThemes } from "../../src/domain/findings.ts";
import type { Named } from "../../src/domain/record.ts";
import { createTestDevice, must } from "../fixtures/device.ts";
import {
  createFindingsWorld,
  modelsOf,
  noteOf,
  refTo,
  roundId,
} from "../fixtures/findings-world.ts";

const readAll = (records: readonly Named[]) => ({
  findings: foldFindings(records),
  themes: foldThemes(records),
  quotes: foldQuotes(records),
  outFindings: listPublishableFindings(records, roundId),
  outQuotes: listPublishableQuotes(records, roundId),
});

test("two desks edited apart converge in every order, with both coordinators' work", async () => {
  const ours = await createFindingsWorld();
  const finding = await ours.findings.create({
    ...{ roundId, statement: { fi: "Alikulku on pimeä" }, type: "concern" },
    supports: [refTo(1, noteOf(1))],
  });
  const theme = await ours.themes.create(roundId, "fi", "Valaistus", [refTo(1, noteOf(1))]);
  const wording = { lang: "fi", text: "Alikulku on pimeä.", translation: {}, withGroup: false };
  await ours.quotes.approve(roundId, refTo(1, noteOf(1)), wording);
  if (!finding || !theme) throw new Error("not written");

  // The other laptop opens the same desk by its code and has what was there.
  const laptop = await createTestDevice();
  const desk = must(await laptop.workspace.openDesk(ours.code));
  const shared = await ours.records();
  must(await desk.records.append(shared));
  desk.writer.observe(shared.map(({ record }) => record.stamp));
  const theirs = modelsOf(desk, laptop);

  await ours.findings.link(finding, "supports", [refTo(2, noteOf(2))]);
  await ours.findings.word(finding, "sv", "Tunneln är mörk");
  await ours.findings.check(finding);
  await ours.themes.link(theme, [refTo(2, noteOf(2))]);
  await ours.quotes.approve(roundId, refTo(1, noteOf(1)), {
    ...wording,
    text: "[Paikka] on pimeä.",
  });

  await theirs.findings.link(finding, "opposes", [refTo(3, noteOf(3))]);
  await theirs.findings.word(finding, "fi", "Alikulkua pidetään pimeänä");
  await theirs.themes.rename(theme, "sv", "Belysning");
  await theirs.themes.create(roundId, "fi", "Liikenne");
  const [quote] = await theirs.allQuotes();
  if (!quote) throw new Error("no quote");
  await theirs.quotes.withdraw(quote.quoteId);

  const [mine, other] = [await ours.records(), await theirs.records()];
  const union = [...mine, ...other];
  const whole = readAll(union);
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(union, { minLength: union.length }), async (order) => {
      expect(readAll(order)).toEqual(whole);
      expect(readAll([...order, ...union])).toEqual(whole);
    }),
    { numRuns: 60 },
  );

  const [view] = whole.findings;
  expect(view?.fields.statement).toEqual({
    fi: "Alikulkua pidetään pimeänä",
    sv: "Tunneln är mörk",
  });
  expect(view?.fields).toMatchObject({
    supports: [refTo(1, noteOf(1)), refTo(2, noteOf(2))],
    opposes: [refTo(3, noteOf(3))],
  });
  expect(whole.themes.map(({ fields }) => fields.name)).toEqual([
    { fi: "Valaistus", sv: "Belysning" },
    { fi: "Liikenne" },
  ]);
  // Words that joined were checked by nobody as they stand now; a quote withdrawn by one is out for both.
  expect(whole.outFindings).toEqual([]);
  expect(whole.outQuotes).toEqual([]);
});
