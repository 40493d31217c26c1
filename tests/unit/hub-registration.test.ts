import { beforeEach, describe, expect, test } from "vitest";
import { createRound, planSession, replaceCard, voidCard } from "../../src/app/desk/desk-plan.ts";
import {
  adoptHub,
  connectHub,
  desiredRegistrations,
  registerBoxes,
} from "../../src/app/desk/hub-registration.ts";
import type { OpenBox } from "../../src/app/open-box.ts";
import { parseBase64Url } from "../../src/base/bytes.ts";
import { foldCards } from "../../src/domain/desk.ts";
import type { BoxId, EntityId } from "../../src/domain/schema.ts";
import { PutBox } from "../../src/wire/hub-api.ts";
import {
  createDeskWorld,
  type DeskWorld,
  digestHex,
  must,
  openDeskIn,
} from "../fixtures/desk-world.ts";

let world: DeskWorld;
let desk: OpenBox;
let roundId: EntityId;

const setupCode = "abcd efgh jkmn";
const plan = async () =>
  must(
    await planSession(world.deps, desk, {
      roundId,
      title: "Tori",
      groups: [],
      languages: ["fi"],
    }),
  );
const tokensOf = async (session: BoxId) => {
  const card = foldCards(must(await desk.records.readAll())).find((c) => c.session === session);
  const root = card && parseBase64Url(card.fields.rootKey);
  if (!root) throw new Error("no card");
  return (await world.deps.keys.deriveBoxKeys(root)).tokens;
};
const releaseGrant = async (session: BoxId) => ({
  sha256: digestHex((await tokensOf(session)).release),
  rights: ["append", "erase-own"],
});

beforeEach(async () => {
  world = createDeskWorld();
  ({ desk } = await openDeskIn(world));
  roundId = must(
    await createRound(world.deps, desk, {
      name: "Kevät",
      languages: ["fi"],
      codebook: world.codebook,
      guide: world.guide,
      reviewRequired: false,
      allowResume: true,
    }),
  );
});

describe("what the hub should let in", () => {
  test("is the card's send and read on its session, and its release on the desk", async () => {
    const session = await plan();
    const tokens = await tokensOf(session);
    const wanted = await desiredRegistrations(world.deps, desk, must(await desk.records.readAll()));
    expect(wanted.map(({ box }) => box)).toEqual([desk.box, session]);
    expect(wanted[1]?.tokens).toEqual([
      { sha256: digestHex(tokens.send), rights: ["append"] },
      { sha256: digestHex(tokens.read), rights: ["read", "erase"] },
    ]);
    expect(wanted[0]?.tokens).toContainEqual(await releaseGrant(session));
    expect(wanted[0]?.tokens).toContainEqual({
      sha256: digestHex(desk.keys.tokens.manage),
      rights: ["manage"],
    });
    for (const { tokens: body } of wanted) {
      expect(PutBox.safeParse({ desk: desk.box, tokens: body }).success).toBe(true);
    }
  });

  test("never holds a token itself", async () => {
    await plan();
    const wanted = JSON.stringify(
      await desiredRegistrations(world.deps, desk, must(await desk.records.readAll())),
    );
    for (const token of Object.values(desk.keys.tokens)) expect(wanted).not.toContain(token);
  });
});

describe("registering", () => {
  test("does nothing for a desk without a hub", async () => {
    await plan();
    expect(must(await registerBoxes(world.deps, desk))).toBe(0);
    expect(world.hub.puts).toEqual([]);
  });

  test("makes the desk known by the set-up code however it was typed, with all its sessions", async () => {
    const session = await plan();
    must(await connectHub(world.deps, desk, setupCode));
    expect(desk.facts().hasHub).toBe(true);
    expect([...world.hub.tokens.keys()].sort()).toEqual([desk.box, session].sort());
  });

  test("leaves the desk without a hub when the set-up code is refused", async () => {
    const refused = await connectHub(world.deps, desk, "WRON-GCOD-E000");
    expect(refused).toMatchObject({ error: { type: "setup-code-refused" } });
    expect(desk.facts().hasHub).toBe(false);
  });

  test("sends nothing again when nothing changed", async () => {
    await plan();
    must(await connectHub(world.deps, desk, setupCode));
    const before = world.hub.puts.length;
    expect(must(await registerBoxes(world.deps, desk))).toBe(0);
    expect(world.hub.puts).toHaveLength(before);
  });

  test("sends everything again to a hub that was restored from a copy", async () => {
    await plan();
    must(await connectHub(world.deps, desk, setupCode));
    world.hub.epoch = "2";
    expect(must(await registerBoxes(world.deps, desk))).toBe(2);
  });

  test("takes a void card's tokens away, on both boxes", async () => {
    const session = await plan();
    const release = await releaseGrant(session);
    must(await connectHub(world.deps, desk, setupCode));
    must(await voidCard(desk, session));
    expect(must(await registerBoxes(world.deps, desk))).toBe(2);
    expect(world.hub.tokens.get(session)).toEqual([]);
    expect(world.hub.tokens.get(desk.box)).not.toContainEqual(release);
  });

  test("lets the new card in when it closes the old one out", async () => {
    const session = await plan();
    must(await connectHub(world.deps, desk, setupCode));
    const fresh = must(await replaceCard(world.deps, desk, session));
    must(await registerBoxes(world.deps, desk));
    expect(world.hub.tokens.get(session)).toEqual([]);
    expect(world.hub.tokens.get(fresh)).toHaveLength(2);
    expect(world.hub.tokens.get(desk.box)).toContainEqual(await releaseGrant(fresh));
  });

  test("goes on where it stopped when the hub comes back", async () => {
    must(await connectHub(world.deps, desk, setupCode));
    const session = await plan();
    world.hub.failure = { type: "hub-unreachable" };
    expect(await registerBoxes(world.deps, desk)).toMatchObject({
      error: { type: "hub-unreachable" },
    });
    world.hub.failure = undefined;
    expect(must(await registerBoxes(world.deps, desk))).toBe(2);
    expect(world.hub.tokens.get(session)).toHaveLength(2);
  });
});

describe("a desk opened by its code on another device", () => {
  test("learns from the hub that it has one", async () => {
    must(await connectHub(world.deps, desk, setupCode));
    must(await desk.updateFacts({ hasHub: false }));
    expect(must(await adoptHub(world.deps, desk))).toBe(true);
    expect(desk.facts().hasHub).toBe(true);
  });

  test("stays without one where the hub does not know it", async () => {
    expect(must(await adoptHub(world.deps, desk))).toBe(false);
    expect(desk.facts().hasHub).toBe(false);
  });
});
