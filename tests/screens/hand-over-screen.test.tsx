import { cleanup, fireEvent, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { OpenBox } from "../../src/app/open-box.ts";
import { HandOverScreen } from "../../src/app/session/hand-over-screen.tsx";
import { must } from "../fixtures/device.ts";
import { createTableWorld, settled, type TableWorld } from "../fixtures/table-world.ts";
import { renderWithTexts } from "./render-texts.tsx";
import { findAlert, primaryNames } from "./screen-parts.ts";

let world: TableWorld;
let box: OpenBox;
beforeEach(async () => {
  world = await createTableWorld();
  box = await world.openByCard();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  location.hash = "";
});

const draw = async (notes: number) => {
  await world.write(box, notes);
  await renderWithTexts(<HandOverScreen deps={world.deps} box={box} />);
  await screen.findByText("Missä kirjaukset ovat");
};
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));
const factOf = (name: string) => screen.getByText(name).nextElementSibling?.textContent;
const receipt = async () => {
  for (const { digest } of must(await box.envelopes.list())) {
    const receivedAt = "2026-11-24T17:00:00.000Z";
    must(
      await box.envelopes.confirm({
        ...{ digest, destination: "hub", epoch: "1", cursor: "1", receivedAt },
      }),
    );
  }
};

test("says what would go and to whom, and has one way on", async () => {
  await draw(4);
  expect(screen.getByText(/Vastaanottaja on Kohtaamisia ry/)).toBeTruthy();
  expect(factOf("Kirjattu")).toBe("4");
  expect(factOf("Luovutetaan")).toBe("4");
  expect(screen.getByText(/Kirjauksia ei ole tarkistettu/)).toBeTruthy();
  expect(primaryNames()).toEqual(["Lopeta ja luovuta järjestölle"]);
  expect(screen.getByRole("link", { name: "Jatka kirjaamista" })).toBeTruthy();
});

test("without notes there is nothing to hand over, and no button for it", async () => {
  await draw(0);
  expect(screen.getByText(/luovutettavaa ei ole/)).toBeTruthy();
  expect(primaryNames()).toEqual([]);
});

test("tells what is here, what has left and what has arrived", async () => {
  await draw(4);
  expect(factOf("Tässä laitteessa")).toBe("4 kirjausta");
  expect(factOf("Lähtenyt")).toBe("Ei vielä mitään");
  expect(factOf("Perillä")).toBe("Ei vielä");
  press("Lopeta ja luovuta järjestölle");
  await waitFor(() => expect(factOf("Lähtenyt")).toContain("odottaa lähtöä"));
  await receipt();
  await waitFor(() => expect(factOf("Lähtenyt")).toMatch(/^Kaikki, viimeksi 24\.11\.2026/));
  expect(factOf("Perillä")).toBe("Ei vielä");
});

test("after handing over the next step is the file while nothing leaves, then to lock", async () => {
  await draw(2);
  press("Lopeta ja luovuta järjestölle");
  await screen.findByText(/Odottaa lähtöä tässä laitteessa/);
  expect(primaryNames()).toEqual(["Vie tiedostona"]);
  await receipt();
  await screen.findByText(/Lähti .*Odottaa, että Kohtaamisia ry/);
  expect(primaryNames()).toEqual(["Lukitse tämä laite"]);
});

test("a note written after the hand-over asks for another one", async () => {
  await draw(2);
  press("Lopeta ja luovuta järjestölle");
  await screen.findByText(/Odottaa lähtöä/);
  await world.write(box, 1);
  await screen.findByText(/Luovutuksen jälkeen on 1 muutos/);
  await expect.poll(primaryNames).toEqual(["Luovuta uudelleen"]);
});

test("a full disk is told, and the same button is there again", async () => {
  await draw(2);
  world.device.openBox(box.box).failNext({ type: "store-full" });
  press("Lopeta ja luovuta järjestölle");
  expect(await findAlert()).not.toBe("");
  expect(primaryNames()).toEqual(["Lopeta ja luovuta järjestölle"]);
});

test("without a network it says when the next try is", async () => {
  await draw(1);
  const nextTryAt = Date.parse("2026-11-24T16:50:00.000Z");
  world.setCourier({ activity: "waiting", failure: "hub-unreachable", nextTryAt });
  expect(await screen.findByText(/Yritämme uudelleen kello 18\.50/)).toBeTruthy();
  expect(screen.getByText(/Ei verkkoa/)).toBeTruthy();
});

describe("the file", () => {
  test("is shared where the device takes it, and said to be on its way, not arrived", async () => {
    const shared: File[] = [];
    vi.stubGlobal("navigator", {
      canShare: () => true,
      share: async ({ files }: { readonly files: readonly File[] }) => void shared.push(...files),
    });
    await draw(2);
    press("Lopeta ja luovuta järjestölle");
    await screen.findByText(/Odottaa lähtöä/);
    await settled(); // The closing has ended too.
    press("Vie tiedostona");
    await screen.findByText(/Tiedosto on viety: kuuluu-/);
    expect(shared[0]?.name).toMatch(/\.kuuluu$/);
    await screen.findByText(/Se ei ole vielä perillä/);
    expect(factOf("Perillä")).toBe("Ei vielä");
  });

  test("that was not shared after all counts as nothing", async () => {
    vi.stubGlobal("navigator", {
      canShare: () => true,
      share: async () => {
        throw new DOMException("closed", "AbortError");
      },
    });
    await draw(2);
    press("Vie tiedostona");
    expect(await screen.findByText("Tiedostoa ei tallennettu.")).toBeTruthy();
    expect(must(await box.envelopes.deliveries())).toEqual([]);
  });
});

test("locking closes the session and leads to the start", async () => {
  await draw(2);
  press("Lukitse tämä laite");
  await waitFor(() => expect(location.hash).toBe("#/"));
  expect(world.deps.workspace.open.value).toBeUndefined();
});
