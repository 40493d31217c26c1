// Typing in a session that was written on paper, as a coordinator meets it; and the paper itself.
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { createPlannedDesk } from "../fixtures/planned-desk.ts";
import { renderDesk } from "./desk-screens.tsx";

afterEach(cleanup);

test("turns pasted lines into notes that are looked at, tagged and saved", async () => {
  const { deps, session } = await createPlannedDesk();
  await renderDesk(deps, `#/desk/enter/${session}`);
  const text = await screen.findByLabelText("Teksti");
  fireEvent.input(text, { target: { value: "Alikulku on pimeä\nBussi ei kulje" } });
  fireEvent.click(screen.getByRole("button", { name: "Tee 2 kirjausta" }));
  const first = await screen.findByRole("group", { name: "Osa-alueet, kirjaus 1" });
  fireEvent.click(within(first).getByRole("button", { name: /Turvallisuus/ }));
  fireEvent.click(screen.getByRole("button", { name: "Tallenna työpöydälle" }));
  expect(await screen.findByText(/Kirjoita luku/)).toBeTruthy();
  fireEvent.input(screen.getByLabelText("Montako asukasta oli paikalla"), {
    target: { value: "8" },
  });
  fireEvent.click(screen.getByRole("button", { name: "Tallenna työpöydälle" }));
  expect(await screen.findByText("2 kirjausta on työpöydällä")).toBeTruthy();
  expect(screen.getByText(/kirjattu jälkikäteen/)).toBeTruthy();
});

test("points at what may be personal data in a line that was typed in", async () => {
  const { deps, session } = await createPlannedDesk();
  await renderDesk(deps, `#/desk/enter/${session}`);
  fireEvent.click(await screen.findByRole("button", { name: "Lisää kirjaus" }));
  fireEvent.input(await screen.findByLabelText("Kirjaus 1"), {
    target: { value: "Soita numeroon 040 123 4567" },
  });
  await waitFor(() => expect(document.querySelector(".hint-list")).not.toBeNull());
});

test("prints a form with the round's dimensions and room to write", async () => {
  const { deps, session } = await createPlannedDesk();
  await renderDesk(deps, `#/desk/paper-form/${session}`);
  const [sheet, next] = await screen.findAllByRole("article");
  expect(within(sheet as HTMLElement).getByText("Paperipöytä")).toBeTruthy();
  expect(within(sheet as HTMLElement).getAllByRole("row").length).toBeGreaterThan(8);
  expect(within(next as HTMLElement).getAllByRole("row").length).toBeGreaterThan(12);
});

test("says what is missing where the address names no session of this desk", async () => {
  const { deps } = await createPlannedDesk();
  await renderDesk(deps, "#/desk/enter/nobody");
  expect(await screen.findByText("Tilaisuutta ei löydy tältä työpöydältä")).toBeTruthy();
});
