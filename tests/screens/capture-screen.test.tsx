import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { OpenBox } from "../../src/app/open-box.ts";
import { CaptureScreen } from "../../src/app/scribe/capture-screen.tsx";
import { writeNoteLanguage } from "../../src/app/session/note-language.ts";
import { must } from "../fixtures/device.ts";
import { createTableWorld, type TableWorld } from "../fixtures/table-world.ts";
import { renderWithTexts } from "./render-texts.tsx";

let world: TableWorld;
let box: OpenBox;
beforeEach(async () => {
  world = await createTableWorld();
  box = await world.openByCard();
  // happy-dom draws no popovers.
  Object.assign(HTMLElement.prototype, { hidePopover: () => undefined });
});
afterEach(cleanup);

const draw = async (language: "fi" | "ar" = "fi") => {
  const view = await renderWithTexts(<CaptureScreen deps={world.deps} box={box} />, { language });
  // Keys and field are ready together: once the caret stands in the field.
  await waitFor(() => expect(document.activeElement?.matches("textarea")).toBe(true));
  return view;
};
const field = () => screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Mitä sanottiin?" });
const type = (text: string) => fireEvent.input(field(), { target: { value: text } });
const enter = (options = {}) => fireEvent.keyDown(field(), { key: "Enter", ...options });
const say = async (text: string) => {
  type(text);
  enter();
  await waitFor(() => expect(field().value).toBe(""));
};
const dock = () => within(screen.getByRole("region", { name: "Uusi kirjaus" }));
const log = () => within(screen.getByRole("region", { name: "Kirjaukset" }));
const tagsInLog = () =>
  [...document.querySelectorAll(".row-tags > .mark")].map((mark) => mark.textContent?.trim());
const chip = (name: string) => dock().getByRole("button", { name });
const textsOnDisk = async () =>
  must(await box.records.readAll()).flatMap(({ record }) =>
    record.kind === "note/1" ? [record.text] : [],
  );

test("shows the field, who speaks, four dimensions and Kirjaa; all else is a tap away", async () => {
  await draw();
  expect(document.activeElement).toBe(field());
  expect(dock().getByRole("group", { name: "Kuka puhuu" })).toBeTruthy();
  const dimensions = within(dock().getByRole("group", { name: "Osa-alue" }));
  expect(dimensions.getAllByRole("button").map((each) => each.textContent?.trim())).toEqual([
    "1 Asenteet",
    "2 Turvallisuus",
    "3 Vuorovaikutus",
    "4 Osallisuus",
  ]);
  expect(chip("Kirjaa")).toBeTruthy();
  expect(screen.queryByRole("region", { name: "Merkinnät" })).toBeNull();
  fireEvent.click(chip("Lisää merkintöjä"));
  expect(await screen.findByRole("region", { name: "Merkinnät" })).toBeTruthy();
});

describe("saving", () => {
  test("Enter records the note, Shift+Enter starts a line", async () => {
    await draw();
    type("Bussissa tuijotetaan");
    enter({ shiftKey: true });
    expect(field().value).toBe("Bussissa tuijotetaan");
    enter();
    await waitFor(() => expect(field().value).toBe(""));
    expect(await textsOnDisk()).toEqual(["Bussissa tuijotetaan"]);
  });

  test("says that it is saved only after the disk has it", async () => {
    await draw();
    type("Tärkeä");
    world.device.openBox(box.box).failNext({ type: "store-full" });
    enter();
    const alert = await dock().findByRole("alert");
    expect(alert.textContent).not.toBe("");
    expect(field().value).toBe("Tärkeä");
    expect(screen.queryByText(/Tallennettu tähän laitteeseen/)).toBeNull();
    enter();
    const saved = await screen.findByText(/Tallennettu tähän laitteeseen 18\.4/);
    expect(saved.closest(".head-state")).toBeTruthy();
    expect(await textsOnDisk()).toEqual(["Tärkeä"]);
  });
});

describe("a chip", () => {
  test("leaves focus in the field", async () => {
    await draw();
    type("En mene asemalle");
    expect(fireEvent.mouseDown(chip("2 Turvallisuus"))).toBe(false);
    expect(fireEvent.pointerDown(chip("2 Turvallisuus"))).toBe(false);
    fireEvent.click(chip("2 Turvallisuus"));
    expect(document.activeElement).toBe(field());
  });

  test("is of the note being written, and of the latest one when the field is empty", async () => {
    await draw();
    type("En mene asemalle");
    fireEvent.click(chip("2 Turvallisuus"));
    enter();
    await waitFor(() => expect(field().value).toBe(""));
    expect(tagsInLog()).toEqual(["2 Turvallisuus"]);
    fireEvent.click(chip("4 Osallisuus"));
    await waitFor(() => expect(tagsInLog()).toEqual(["2 Turvallisuus", "4 Osallisuus"]));
    expect(dock().getByText(/Merkinnät koskevat viimeisintä: ”En mene asemalle”/)).toBeTruthy();
  });

  test("answers to its key, whatever the layout of the keyboard", async () => {
    await draw();
    type("En mene asemalle");
    fireEvent.keyDown(field(), { code: "Digit2", key: "™", altKey: true });
    await waitFor(() => expect(chip("2 Turvallisuus").getAttribute("aria-pressed")).toBe("true"));
  });
});

test("undo takes back the last note and gives its words back to the field", async () => {
  await draw();
  await say("Väärin kuultu");
  fireEvent.click(await dock().findByRole("button", { name: "Kumoa" }));
  await waitFor(() => expect(field().value).toBe("Väärin kuultu"));
});

test("any note is edited in the field, and the words before can be had back", async () => {
  await draw();
  await say("Eka");
  await say("Toka");
  fireEvent.click(log().getByRole("button", { name: "Toiminnot: Eka" }));
  fireEvent.click(await log().findByRole("button", { name: "Muokkaa" }));
  await waitFor(() => expect(field().value).toBe("Eka"));
  type("Ensimmäinen");
  fireEvent.click(chip("Tallenna"));
  expect(await log().findByText("Ensimmäinen")).toBeTruthy();
  fireEvent.click(await dock().findByRole("button", { name: "Kumoa" }));
  expect(await log().findByText("Eka")).toBeTruthy();
});

describe("languages", () => {
  test("starts in the language that was chosen for the notes", async () => {
    must(await writeNoteLanguage(box, "so"));
    await draw();
    expect(field().lang).toBe("so");
  });

  test("another language is chosen for the note to come, is in sight, and holds for one note", async () => {
    await draw();
    await say("Suomeksi");
    fireEvent.click(chip("Lisää merkintöjä"));
    const choice = await screen.findByRole("combobox", { name: "Kirjauksen kieli" });
    fireEvent.change(choice, { target: { value: "ar" } });
    expect(field().lang).toBe("ar");
    expect(await dock().findByRole("button", { name: "Kieli: العربية" })).toBeTruthy();
    await say("مكان الحافلات");
    const said = await log().findByText("مكان الحافلات");
    expect(said.getAttribute("lang")).toBe("ar");
    expect(said.getAttribute("dir")).toBe("auto");
    expect(log().getByText("Suomeksi").getAttribute("lang")).toBe("fi");
    expect(field().lang).toBe("fi");
  });

  test("a translation has its own line and language, and an empty line is put away", async () => {
    await draw();
    fireEvent.click(chip("Lisää merkintöjä"));
    fireEvent.click(await screen.findByRole("button", { name: "Lisää käännös" }));
    const line = screen.getByRole("textbox", { name: /^Käännös: / });
    expect(line.getAttribute("lang")).not.toBe(field().lang);
    const away = dock().getByRole("button", { name: "Poista käännös" });
    fireEvent.click(away);
    expect(screen.queryByRole("textbox", { name: /^Käännös: / })).toBeNull();
    expect(document.activeElement).toBe(field());
  });
});

test("questions go on by a press, with their place and clock", async () => {
  await draw();
  expect(screen.getByText("Keskustelu ei ole vielä alkanut")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Aloita keskustelu" }));
  expect(await screen.findByText(/^Kysymys 1\//)).toBeTruthy();
  expect(screen.getByRole("timer").textContent).toMatch(/0 min/);
  fireEvent.click(screen.getByRole("button", { name: "Seuraava kysymys" }));
  expect(await screen.findByText(/^Kysymys 2\//)).toBeTruthy();
});

test("what to do about alarming talk is read beside the field and leaves no note", async () => {
  await draw();
  fireEvent.click(screen.getByText("Jos kuulit jotakin hälyttävää"));
  const panel = await screen.findByRole("region", { name: "Jos kuulit jotakin hälyttävää" });
  expect(panel.textContent).toContain("112");
  expect(field()).toBeTruthy();
  fireEvent.click(within(panel).getByRole("button", { name: "Sulje" }));
  expect(document.activeElement).toBe(field());
  expect(await textsOnDisk()).toEqual([]);
});

test("Escape puts an open panel away and goes on in the field, and touches no words", async () => {
  await draw();
  type("Kesken");
  fireEvent.click(chip("Lisää merkintöjä"));
  const panel = await screen.findByRole("region", { name: "Merkinnät" });
  fireEvent.keyDown(panel, { key: "Escape" });
  await waitFor(() => expect(screen.queryByRole("region", { name: "Merkinnät" })).toBeNull());
  expect(document.activeElement).toBe(field());
  expect(field().value).toBe("Kesken");
});

test("in Arabic the screen runs from right to left, and notes keep their own direction", async () => {
  await world.write(box, 1);
  await draw("ar");
  expect(screen.getByRole("main").getAttribute("dir")).toBe("rtl");
  const note = document.querySelector(".row .note-text");
  expect(note?.getAttribute("lang")).toBe("fi");
  expect(note?.getAttribute("dir")).toBe("auto");
});
