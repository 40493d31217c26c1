import { cleanup, fireEvent, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { foldDesk } from "../../src/domain/desk.ts";
import { createDeskWorld, type DeskWorld, must, openDeskIn } from "../fixtures/desk-world.ts";
import { findAlert, renderDesk, submit } from "./desk-screens.tsx";

let world: DeskWorld;
beforeEach(() => {
  world = createDeskWorld();
});
afterEach(cleanup);

const type = (label: string | RegExp, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));
const heading = () => screen.getByRole("heading", { level: 1 }).textContent;

const toPaper = async () => {
  type("Vastaanottajan nimi", "Lähellä ry");
  press("Jatka");
  type("Tunnuslause", "neljä tavallista sanaa tähän");
  press("Perusta työpöytä");
  await screen.findByRole("button", { name: "Koodi on paperilla" });
  return document.querySelector(".big-code")?.textContent ?? "";
};

describe("the start", () => {
  test("offers a desk without a hub where no hub answers, and the code and the practice round always", async () => {
    world.hub.failure = { type: "hub-unreachable" };
    await renderDesk(world.deps);
    expect(screen.getByRole("link", { name: "Aloita ilman palvelinta" })).toBeTruthy();
    expect(screen.queryByRole("link", { name: /käyttöönottokoodilla/ })).toBeNull();
    expect(screen.getByRole("button", { name: "Avaa harjoituskierros" })).toBeTruthy();
    expect(screen.getByLabelText("Työpöydän koodi")).toBeTruthy();
  });

  test("offers the set-up code first where a hub answers", async () => {
    await renderDesk(world.deps);
    const link = await screen.findByRole("link", { name: /käyttöönottokoodilla/ });
    expect(link.getAttribute("href")).toBe("#/desk/new/hub");
  });

  test.each([
    ["of the wrong length", "ABCD-EFGH", /8 merkkiä; siinä kuuluu olla 26/],
    ["with a typing error", "K7PA-3M9X-Q2TD-8WVW-K7PA-3M9X-Q2", /kirjoitusvirhe/],
  ])("refuses a code %s in words and opens nothing", async (_, code, words) => {
    await renderDesk(world.deps);
    type("Työpöydän koodi", code);
    press("Avaa koodilla");
    expect(await findAlert()).toMatch(words);
    expect(world.deps.workspace.open.value).toBeUndefined();
  });

  test("says what a wrong passphrase means and opens by the right one", async () => {
    await openDeskIn(world);
    await world.deps.workspace.lock();
    await renderDesk(world.deps);
    type(/^Tunnuslause, työpöytä/, "jotain aivan muuta");
    press("Avaa työpöytä");
    expect(await findAlert()).toMatch(/Tunnuslause ei avaa tätä työpöytää/);
    type(/^Tunnuslause, työpöytä/, "neljä sanaa ja piste");
    press("Avaa työpöytä");
    await waitFor(() => expect(heading()).toBe("Lähellä ry"));
  });
});

describe("setting up", () => {
  test("names what is missing beside its field, and goes back without a trace", async () => {
    await renderDesk(world.deps, "new/hub");
    press("Jatka");
    const name = screen.getByLabelText("Vastaanottajan nimi");
    expect(name.getAttribute("aria-invalid")).toBe("true");
    expect(screen.getByText(/Kirjoita, kuka kirjaukset vastaanottaa/)).toBeTruthy();
    expect(screen.getByText(/Kirjoita käyttöönottokoodi/)).toBeTruthy();
    expect(screen.getByRole("link", { name: "Takaisin" }).getAttribute("href")).toBe("#/desk");
  });

  test("takes the organisation first, asks for a long passphrase, and goes on by Enter", async () => {
    await renderDesk(world.deps, "new");
    expect(screen.getByRole("radio", { name: /Järjestö/ })).toHaveProperty("checked", true);
    type("Vastaanottajan nimi", "Lähellä ry");
    submit("Vastaanottajan nimi");
    await screen.findByLabelText("Tunnuslause");
    type("Tunnuslause", "lyhyt");
    submit("Tunnuslause");
    expect(await screen.findByText(/liian lyhyt/)).toBeTruthy();
    expect(world.deps.workspace.open.value).toBeUndefined();
  });

  test("shows the code in groups of four with two copies asked for, and is done when it was typed back", async () => {
    await renderDesk(world.deps, "new");
    const code = await toPaper();
    expect(code).toMatch(/^([0-9A-Z]{4}-){6}[0-9A-Z]{2}$/);
    const sheet = screen.getByRole("article", { name: "Työpöydän palautusarkki" });
    expect(sheet.textContent).toContain("Tee kaksi kappaletta");
    expect(sheet.textContent).toContain(code);
    press("Koodi on paperilla");
    expect(document.body.textContent).not.toContain(code);
    type("Koodi palautusarkista", code.toLowerCase().replaceAll("-", " "));
    press("Tarkista koodi");
    await waitFor(() => expect(heading()).toBe("Työpöytä on valmis"));
    const desk = world.deps.workspace.open.value;
    expect(desk?.facts().recoveryProven).toBe(true);
    expect(
      foldDesk(must((await desk?.records.readAll()) ?? { ok: true, value: [] }))?.fields,
    ).toMatchObject({
      operator: "ngo",
      name: "Lähellä ry",
    });
  });

  test("does not take another desk's code for the proof", async () => {
    const { code: other } = await openDeskIn(createDeskWorld());
    await renderDesk(world.deps, "new");
    await toPaper();
    press("Koodi on paperilla");
    type("Koodi palautusarkista", other);
    press("Tarkista koodi");
    expect(await findAlert()).toMatch(/toisen työpöydän/);
    expect(world.deps.workspace.open.value?.facts().recoveryProven).toBe(false);
  });

  test("makes the desk all the same where the hub refuses the set-up code, and says how to go on", async () => {
    await renderDesk(world.deps, "new/hub");
    type("Palvelimen käyttöönottokoodi", "XXXX-XXXX-XXXX");
    await toPaper();
    expect(await findAlert()).toMatch(/Työpöytä on valmis, mutta palvelin ei ottanut sitä vastaan/);
    expect(await findAlert()).toMatch(/Se toimii vain kerran/);
  });

  test("goes on with the same desk after a full disk", async () => {
    await renderDesk(world.deps, "new");
    type("Vastaanottajan nimi", "Lähellä ry");
    press("Jatka");
    type("Tunnuslause", "neljä tavallista sanaa tähän");
    const { workspace } = world.deps;
    const create = workspace.createDesk;
    let made = 0;
    Object.assign(workspace, {
      createDesk: async (passphrase: string) => {
        made += 1;
        const desk = await create(passphrase);
        if (desk.ok) world.device.openBox(desk.value.desk.box).failNext({ type: "store-full" });
        return desk;
      },
    });
    press("Perusta työpöytä");
    expect(await findAlert()).toMatch(/tila on täynnä/);
    press("Perusta työpöytä");
    await screen.findByRole("button", { name: "Koodi on paperilla" });
    expect(made).toBe(1);
  });
});
