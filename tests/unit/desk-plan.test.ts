import { beforeEach, describe, expect, test } from "vitest";
import {
  createRound,
  planSession,
  replaceCard,
  restoreCard,
  reviseRound,
  voidCard,
} from "../../src/app/desk/desk-plan.ts";
import { makeMissingPlans } from "../../src/app/desk/plan-envelope.ts";
import type { OpenBox } from "../../src/app/open-box.ts";
import { parseBase64Url } from "../../src/base/bytes.ts";
import { parseCode } from "../../src/base/code.ts";
import { nameByDigest } from "../../src/domain/codebook.ts";
import { type CardView, foldCards, foldRounds } from "../../src/domain/desk.ts";
import type { BoxId, EntityId } from "../../src/domain/schema.ts";
import { foldSession } from "../../src/domain/session.ts";
import { openEnvelope } from "../../src/sync/receive.ts";
import { createDeskWorld, type DeskWorld, must, openDeskIn } from "../fixtures/desk-world.ts";

let world: DeskWorld;
let desk: OpenBox;
let roundId: EntityId;

const newRound = (reviewRequired = false, allowResume = true) =>
  createRound(world.deps, desk, {
    name: "Kevät 2027",
    languages: ["fi", "so"],
    codebook: world.codebook,
    guide: world.guide,
    reviewRequired,
    allowResume,
  });
const draft = () => ({
  roundId,
  title: "Asukasilta, ryhmä 2",
  groups: ["nuoret"],
  languages: ["so", "fi"],
  place: "Kirjasto",
  plannedFor: "2027-03-02",
});
const readAll = async () => must(await desk.records.readAll());
const cardOf = async (session: BoxId): Promise<CardView> => {
  const card = foldCards(await readAll()).find((each) => each.session === session);
  if (!card) throw new Error("no card");
  return card;
};
const planEnvelopes = async (session: BoxId) =>
  must(await desk.envelopes.list()).filter(({ box }) => box === session);

/** Opens the session's only envelope with the keys that the printed code gives, as a tablet would. */
const openPlan = async (session: BoxId) => {
  const [envelope] = await planEnvelopes(session);
  const { code } = (await cardOf(session)).fields;
  const keys = await world.deps.keys.deriveBoxKeys(
    await world.deps.keys.deriveRoot("session", code),
  );
  const bytes = envelope && must(await desk.envelopes.read(envelope.digest));
  if (!bytes) throw new Error("no envelope");
  return openEnvelope(bytes, {
    bundleCrypto: world.deps.crypto,
    identities: [keys.identity],
    cardFor: () => ({ enrol: keys.enrol, state: "live" }),
  });
};

beforeEach(async () => {
  world = createDeskWorld();
  ({ desk } = await openDeskIn(world));
  roundId = must(await newRound());
});

describe("a round", () => {
  test("takes over who runs the desk and freezes codebook and guide", async () => {
    const [round] = foldRounds(await readAll());
    expect(round?.fields).toMatchObject({ operator: "ngo", deskName: "Lähellä ry" });
    expect(round?.fields.codebook).toEqual(world.codebook);
  });

  test("is refused while nobody is named as running the desk", async () => {
    const made = must(await world.deps.workspace.createDesk("toinen työpöytä tässä"));
    desk = made.desk;
    expect(await newRound()).toMatchObject({ error: { type: "desk-unnamed" } });
  });

  test("changes its questions only while no card names them", async () => {
    const guide = { ...world.guide, name: "Kunnan omat kysymykset" };
    must(await reviseRound(desk, roundId, { guide }));
    expect(foldRounds(await readAll())[0]?.fields.guide.name).toBe("Kunnan omat kysymykset");
    must(await planSession(world.deps, desk, draft()));
    expect(await reviseRound(desk, roundId, { guide: world.guide })).toMatchObject({
      error: { type: "round-frozen" },
    });
    must(await reviseRound(desk, roundId, { name: "Syksy 2027" }));
    expect(foldRounds(await readAll())[0]?.fields.name).toBe("Syksy 2027");
  });
});

describe("a planned session", () => {
  test("has a card whose code leads to its box", async () => {
    const session = must(await planSession(world.deps, desk, draft()));
    const { fields } = await cardOf(session);
    expect(parseCode("session", fields.code).ok).toBe(true);
    const keys = await world.deps.keys.deriveBoxKeys(
      await world.deps.keys.deriveRoot("session", fields.code),
    );
    expect(keys.box).toBe(session);
    expect(fields.state).toBe("live");
  });

  test("commits the card before the plan: a disk that fills in between leaves the card", async () => {
    const stores = world.device.openBox(desk.box);
    // The disk is full for the next write after the card's.
    const stop = stores.records.watch((answer) => {
      if (answer.ok && foldCards(answer.value).length === 1)
        stores.failNext({ type: "store-full" });
    });
    const planned = await planSession(world.deps, desk, draft());
    stop();
    expect(planned).toMatchObject({ ok: false, error: { type: "store-full" } });
    const [card] = foldCards(await readAll());
    expect(card?.fields.title).toBe("Asukasilta, ryhmä 2");
    expect(await planEnvelopes((card as CardView).session)).toEqual([]);
    expect(must(await makeMissingPlans(world.deps, desk))).toBe(1);
    expect(await planEnvelopes((card as CardView).session)).toHaveLength(1);
    expect(must(await makeMissingPlans(world.deps, desk))).toBe(0);
  });

  test("has a plan that the card's code opens, with receiver, digests and the narrowed guide", async () => {
    const session = must(await planSession(world.deps, desk, draft()));
    const opened = must(await openPlan(session));
    const plan = foldSession(opened.records);
    expect(opened.records.map(({ record }) => record.box)).toEqual([session]);
    expect(plan?.fields).toMatchObject({
      roundId,
      roundName: "Kevät 2027",
      title: "Asukasilta, ryhmä 2",
      groups: ["nuoret"],
      languages: ["so", "fi"],
      heldOn: "2027-03-02",
      codebook: await nameByDigest(world.codebook, world.deps.env.digest),
      guideDigest: await nameByDigest(world.guide, world.deps.env.digest),
      desk: { box: desk.box, recipient: desk.keys.recipient, name: "Lähellä ry", operator: "ngo" },
    });
    expect(Object.keys(plan?.fields.guide?.notice ?? {}).sort()).toEqual(["fi", "so"]);
    expect(plan?.fields.reviewRequired).toBeUndefined();
    expect(plan?.fields.noResume).toBeUndefined();
  });

  test("tells the tablet when the round asks for review and forbids the resume key", async () => {
    roundId = must(await newRound(true, false));
    const session = must(await planSession(world.deps, desk, draft()));
    const plan = foldSession(must(await openPlan(session)).records);
    expect(plan?.fields).toMatchObject({ reviewRequired: true, noResume: true });
  });

  test("is not for whoever holds another card", async () => {
    const session = must(await planSession(world.deps, desk, draft()));
    const other = must(await planSession(world.deps, desk, draft()));
    const root = parseBase64Url((await cardOf(other)).fields.rootKey);
    const keys = root && (await world.deps.keys.deriveBoxKeys(root));
    const [envelope] = await planEnvelopes(session);
    const bytes = envelope && must(await desk.envelopes.read(envelope.digest));
    if (!bytes || !keys) throw new Error("no envelope");
    const opened = await openEnvelope(bytes, {
      bundleCrypto: world.deps.crypto,
      identities: [keys.identity],
      cardFor: () => ({ enrol: keys.enrol, state: "live" }),
    });
    expect(opened).toMatchObject({ error: { type: "not-for-us" } });
  });

  test("is refused for a round that the desk does not know", async () => {
    const stranger = { ...draft(), roundId: "0".repeat(32) as EntityId };
    expect(await planSession(world.deps, desk, stranger)).toMatchObject({
      error: { type: "round-unknown" },
    });
    expect(foldCards(await readAll())).toEqual([]);
  });
});

describe("a card's end", () => {
  test("a replaced card is dead and the new one names the old box", async () => {
    const old = must(await planSession(world.deps, desk, draft()));
    const fresh = must(await replaceCard(world.deps, desk, old));
    expect((await cardOf(old)).fields.state).toBe("replaced");
    const card = await cardOf(fresh);
    expect(card.fields).toMatchObject({ state: "live", replaces: old, place: "Kirjasto" });
    expect(card.fields.code).not.toBe((await cardOf(old)).fields.code);
    expect(foldSession(must(await openPlan(fresh)).records)?.fields.replaces).toBe(old);
    expect(await replaceCard(world.deps, desk, old)).toMatchObject({
      error: { type: "card-dead" },
    });
  });

  test("a void card is dead until the voiding is taken back", async () => {
    const session = must(await planSession(world.deps, desk, draft()));
    must(await voidCard(desk, session));
    expect((await cardOf(session)).fields.state).toBe("void");
    expect(await voidCard(desk, session)).toMatchObject({ error: { type: "card-dead" } });
    must(await restoreCard(desk, session));
    expect((await cardOf(session)).fields.state).toBe("live");
  });

  test("a replaced card never comes back", async () => {
    const old = must(await planSession(world.deps, desk, draft()));
    must(await replaceCard(world.deps, desk, old));
    expect(await restoreCard(desk, old)).toMatchObject({ error: { type: "card-dead" } });
  });
});
