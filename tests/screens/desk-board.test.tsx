// The sessions' board: how far each is, with a hub, without one, and where the hub is away.
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createRound, planSession } from "../../src/app/desk/desk-plan.ts";
import { connectHub } from "../../src/app/desk/hub-registration.ts";
import type { OpenBox } from "../../src/app/open-box.ts";
import { ok } from "../../src/base/result.ts";
import type { BoxId } from "../../src/domain/schema.ts";
import { createDeskWorld, type DeskWorld, must, openDeskIn } from "../fixtures/desk-world.ts";
import { renderDesk } from "./desk-screens.tsx";

let world: DeskWorld;
let desk: OpenBox;
let past: BoxId;
beforeEach(async () => {
  world = createDeskWorld();
  ({ desk } = await openDeskIn(world));
  const roundId = must(
    await createRound(world.deps, desk, {
      name: "Kevät 2027",
      languages: ["fi"],
      codebook: world.codebook,
      guide: world.guide,
      reviewRequired: false,
      allowResume: true,
    }),
  );
  const plan = async (title: string, plannedFor: string) =>
    must(
      await planSession(world.deps, desk, {
        ...{ roundId, title, groups: [], languages: ["fi"], plannedFor },
      }),
    );
  past = await plan("Kirjasto", "2026-11-20");
  await plan("Koulu", "2026-12-20");
});
afterEach(cleanup);

const lineOf = (title: string) =>
  screen.getByRole("rowheader", { name: title }).closest("tr")?.textContent ?? "";

test("tells states from imports and days alone where there is no hub", async () => {
  await renderDesk(world.deps, "sessions");
  expect(screen.getByText("yksi suunniteltu · yksi puuttuu")).toBeTruthy();
  expect(screen.getByText(/ei ole palvelinta: tilat on päätelty/)).toBeTruthy();
  expect(lineOf("Kirjasto")).toMatch(/puuttuu.*eikä luovutusta ole tuotu/);
  expect(lineOf("Koulu")).toContain("suunniteltu");
});

test("looks at the hub on opening, and tells how many sealed deliveries lie there and when the last came", async () => {
  must(await connectHub(world.deps, desk, "ABCD-EFGH-JKMN"));
  const list = world.hub.list;
  const item = (digit: string, receivedAt: string) => ({
    ...{ digest: digit.repeat(64), bytes: 900, cursor: digit, receivedAt },
  });
  const hub = {
    ...world.hub,
    list: async (...asked: Parameters<typeof list>) =>
      asked[0] === past
        ? ok({
            epoch: "1",
            items: [item("1", "2026-11-20T15:00:00Z"), item("2", "2026-11-20T16:40:00Z")],
            next: null,
          })
        : list(...asked),
  };
  await renderDesk({ ...world.deps, hub }, "sessions");
  await screen.findByText(/^Palvelin katsottu/);
  expect(screen.getByText("yksi suunniteltu · yksi tarkistuksessa")).toBeTruthy();
  expect(lineOf("Kirjasto")).toMatch(
    /2 sinetöityä lähetystä palvelimella.*luovutusta ei ole tullut/,
  );
});

test("says what it knows without the hub when the hub is away, and looks again on demand", async () => {
  must(await connectHub(world.deps, desk, "ABCD-EFGH-JKMN"));
  world.hub.failure = { type: "hub-unreachable" };
  await renderDesk(world.deps, "sessions");
  expect(await screen.findByText(/tietää ilman palvelinta/)).toBeTruthy();
  world.hub.failure = undefined;
  fireEvent.click(screen.getByRole("button", { name: "Katso palvelin uudelleen" }));
  await waitFor(() => expect(screen.getByText(/^Palvelin katsottu/)).toBeTruthy());
  expect(lineOf("Kirjasto")).toContain("eikä palvelimelle ole tullut mitään");
});
