// The passkey on the desk's screens: offered, used for the next opening, refused, and taken away.
import { cleanup, fireEvent, screen } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createDeskWorld, type DeskWorld, openDeskIn } from "../fixtures/desk-world.ts";
import { createFakePasskeys, type FakePasskeys } from "../fixtures/passkeys.ts";
import { findAlert, renderDesk } from "./desk-screens.tsx";
import { primaryNames } from "./screen-parts.ts";

let world: DeskWorld;
let passkeys: FakePasskeys;
beforeEach(async () => {
  world = createDeskWorld();
  await openDeskIn(world);
  passkeys = createFakePasskeys();
});
afterEach(cleanup);

const draw = (offered = true) => {
  if (!offered) passkeys = createFakePasskeys(false);
  return renderDesk({ ...world.deps, passkeys: async () => passkeys }, "home");
};
const press = async (name: string) => fireEvent.click(await screen.findByRole("button", { name }));

test("is taken into use, opens with one tap, and is taken away again", async () => {
  await draw();
  await press("Ota pääsyavain käyttöön");
  expect(await screen.findByText(/Pääsyavain avaa nyt työpöydän/)).toBeTruthy();
  // In the person's own list it says no more than the day: what the desk is called lies sealed.
  expect(passkeys.labels.join()).toMatch(/^Työpöytä, perustettu /);
  expect(passkeys.labels.join()).not.toContain("Lähellä");

  await press("Lukitse työpöytä");
  await screen.findByRole("button", { name: "Avaa pääsyavaimella" });
  expect(primaryNames()).toContain("Avaa pääsyavaimella");
  expect(primaryNames()).not.toContain("Avaa työpöytä");
  expect(screen.getByLabelText(/^Tunnuslause, työpöytä/)).toBeTruthy();
  await press("Avaa pääsyavaimella");
  expect(await screen.findByRole("heading", { level: 1, name: "Lähellä ry" })).toBeTruthy();

  await press("Poista pääsyavain käytöstä");
  expect(await screen.findByText(/ei enää avaa tätä työpöytää/)).toBeTruthy();
  await press("Lukitse työpöytä");
  expect(await screen.findByLabelText(/^Tunnuslause, työpöytä/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Avaa pääsyavaimella" })).toBeNull();
});

test("says what is safe when the person says no, and the passphrase stands beside it", async () => {
  await draw();
  await press("Ota pääsyavain käyttöön");
  await screen.findByText(/Pääsyavain avaa nyt työpöydän/);
  await press("Lukitse työpöytä");
  passkeys.failure = { type: "passkey-refused" };
  await press("Avaa pääsyavaimella");
  expect(await findAlert()).toMatch(/Mitään ei muutettu.*tunnuslausetta/);
});

test("is not spoken of where the browser has none", async () => {
  await draw(false);
  await screen.findByText("Vaihda tunnuslause");
  expect(screen.queryByText(/pääsyavain/i)).toBeNull();
});
