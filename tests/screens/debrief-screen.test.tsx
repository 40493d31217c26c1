import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { OpenBox } from "../../src/app/open-box.ts";
import { createEntityId } from "../../src/app/record-writer.ts";
import { DebriefScreen } from "../../src/app/scribe/debrief-screen.tsx";
import { foldHands } from "../../src/domain/hands.ts";
import type { NoteFields } from "../../src/domain/note.ts";
import { foldNotes } from "../../src/domain/notes.ts";
import { foldSummary } from "../../src/domain/session.ts";
import { must } from "../fixtures/device.ts";
import { createTableWorld, type TableWorld } from "../fixtures/table-world.ts";
import { renderWithTexts } from "./render-texts.tsx";
import { primaryNames } from "./screen-parts.ts";

let world: TableWorld;
let box: OpenBox;
beforeEach(async () => {
  world = await createTableWorld();
  box = await world.openByCard();
});
afterEach(cleanup);

const bare = { kinds: [], dimensions: [], subThemes: [], topics: [] };
const say = async (text: string, fields: Partial<NoteFields> = {}) => {
  const noteId = createEntityId(world.deps.env.random);
  const begunAt = new Date(world.deps.env.now()).toISOString();
  const note = { kind: "note/1", parents: [], noteId, lang: "fi", begunAt } as const;
  must(await box.writer.write([{ ...note, ...bare, ...fields, text }]));
};
const draw = (query = "") =>
  renderWithTexts(<DebriefScreen deps={world.deps} box={box} query={query} />);
const notes = async () => foldNotes(must(await box.records.readAll()));
const fieldsOf = async (text: string) =>
  (await notes()).find(({ fields }) => fields.text === text)?.fields;
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole("button", { name }));
const key = (code: string, more = {}) => fireEvent.keyDown(document.body, { code, ...more });
const summary = async () => foldSummary(must(await box.records.readAll()))?.fields;

test("asks for one note at a time, with its place, its dimension and one way on", async () => {
  await say("Eka", { unfinished: true });
  await say("Toka");
  await say("Valmis", { dimensions: ["A"] });
  await draw();
  expect(await screen.findByRole("heading", { name: "Kirjaus 1/2" })).toBeTruthy();
  expect(screen.getByText("Vaihe 1/3")).toBeTruthy();
  expect(screen.getByRole<HTMLTextAreaElement>("textbox").value).toBe("Eka");
  expect(primaryNames()).toEqual(["Seuraava"]);
  press("2 Turvallisuus");
  await waitFor(async () => expect((await fieldsOf("Eka"))?.dimensions).toEqual(["S"]));
  press("Kesken");
  await waitFor(async () => expect((await fieldsOf("Eka"))?.unfinished).toBeUndefined());
  press("Seuraava");
  const heading = await screen.findByRole("heading", { name: "Kirjaus 2/2" });
  await waitFor(() => expect(document.activeElement).toBe(heading));
});

test("keys do the same while no field has focus, and nothing while one has", async () => {
  await say("Eka");
  await say("Toka");
  await draw();
  const field = await screen.findByRole("textbox");
  fireEvent.keyDown(field, { code: "Digit1" });
  key("Digit3");
  await waitFor(async () => expect((await fieldsOf("Eka"))?.dimensions).toEqual(["V"]));
  key("Enter", { key: "Enter" });
  expect(await screen.findByRole("heading", { name: "Kirjaus 2/2" })).toBeTruthy();
  key("Digit0");
  await waitFor(() =>
    expect(
      screen.getByRole("button", { name: "Ei kuulu mihinkään" }).getAttribute("aria-pressed"),
    ).toBe("true"),
  );
  key("ArrowRight", { key: "ArrowRight" });
  expect(await screen.findByRole("heading", { name: "Kaikki on käyty läpi" })).toBeTruthy();
  expect(screen.getByText("Valmiina 2/2")).toBeTruthy();
  expect(primaryNames()).toEqual(["Jatka: lue ääneen"]);
});

test("single keys can be switched off", async () => {
  await say("Eka");
  await draw();
  await screen.findByRole("textbox");
  fireEvent.click(screen.getByLabelText("Yhden näppäimen komennot ovat käytössä"));
  key("Digit3");
  press("1 Asenteet");
  await waitFor(async () => expect((await fieldsOf("Eka"))?.dimensions).toEqual(["A"]));
});

test("words are completed in the field and saved when it is left; undo gives the old ones back", async () => {
  await say("Alikulku on", { unfinished: true, dimensions: ["S"] });
  await draw();
  const field = await screen.findByRole("textbox");
  fireEvent.focus(field);
  fireEvent.input(field, { target: { value: "Alikulku on pimeä" } });
  fireEvent.blur(field);
  await waitFor(async () => expect(await fieldsOf("Alikulku on pimeä")).toBeTruthy());
  press("Kumoa");
  await waitFor(async () => expect(await fieldsOf("Alikulku on")).toBeTruthy());
});

test("is read back by dimension, without who said it, each note in its own language", async () => {
  await say("En mene asemalle", { dimensions: ["S"], speaker: "P3" });
  await say("أخاف في المساء", {
    ...{ dimensions: ["S"], lang: "ar" },
    translation: { text: "Pelkään illalla", lang: "fi", by: "scribe" },
  });
  await draw("read");
  fireEvent.click(await screen.findByRole("button", { name: /2 Turvallisuus/ }));
  const said = await screen.findByText("أخاف في المساء");
  expect([said.lang, said.dir]).toEqual(["ar", "auto"]);
  expect(screen.getByText("Pelkään illalla").lang).toBe("fi");
  expect(screen.queryByText(/P3/)).toBeNull();
});

test("a correction of the table is saved with a line in the summary", async () => {
  await say("Pysäkki on turvallinen", { dimensions: ["S"] });
  await draw("read");
  fireEvent.click(await screen.findByRole("button", { name: /2 Turvallisuus/ }));
  fireEvent.click(await screen.findByRole("button", { name: /^Korjaa/ }));
  const field = await screen.findByRole("textbox");
  fireEvent.input(field, { target: { value: "Pysäkki ei ole turvallinen" } });
  press("Valmis");
  expect(await screen.findByText("Pysäkki ei ole turvallinen")).toBeTruthy();
  await waitFor(async () =>
    expect((await summary())?.corrections).toMatch(/^Klo \d\d\.\d\d: pöytä korjasi kirjausta/),
  );
});

test("“do not pass on” is recorded with its reason and can be taken back", async () => {
  await say("Älä kerro", { dimensions: ["A"] });
  await draw("read");
  fireEvent.click(await screen.findByRole("button", { name: /^Älä vie eteenpäin/ }));
  expect(await screen.findByText(/Ei lähde eteenpäin, koska pöytä pyysi niin/)).toBeTruthy();
  expect((await notes())[0]).toMatchObject({
    verdict: "held-back",
    remark: "Pöytä pyysi, ettei tätä viedä eteenpäin.",
  });
  expect(screen.queryByRole("button", { name: /^Korjaa/ })).toBeNull();
  press(/^Saa sittenkin viedä/);
  expect(await screen.findByRole("button", { name: /^Älä vie eteenpäin/ })).toBeTruthy();
  expect((await notes())[0]?.verdict).toBe("unreviewed");
});

test("five headings, corrections and the group's leave are asked, and kept when a field is left", async () => {
  await draw("sum");
  const field = await screen.findByRole("textbox", { name: "Tärkeintä" });
  expect(screen.getAllByRole("textbox")).toHaveLength(6);
  fireEvent.input(field, { target: { value: "Valaistus" } });
  fireEvent.blur(field);
  await waitFor(async () => expect((await summary())?.important).toBe("Valaistus"));
  const leave = within(screen.getByRole("group", { name: /Saako tämän kertoa/ }));
  expect(leave.getByRole<HTMLInputElement>("radio", { name: "Ei kysytty" }).checked).toBe(true);
  fireEvent.click(leave.getByRole("radio", { name: "Ei" }));
  await waitFor(async () => expect((await summary())?.groupConsent).toBe(false));
  expect((await summary())?.important).toBe("Valaistus");
});

test("what two devices wrote stands side by side until one is kept", async () => {
  const kind = "summary/1";
  must(await box.writer.write([{ kind, parents: [], important: "Valaistus" }]));
  must(await box.writer.write([{ kind, parents: [], important: "Bussit" }]));
  await draw("sum");
  const rivals = within(await screen.findByRole("region", { name: "Tärkeintä" }));
  expect(rivals.getByText("Valaistus")).toBeTruthy();
  expect(rivals.getByText("Bussit")).toBeTruthy();
  fireEvent.click(rivals.getByRole("button", { name: "Pidä molemmat" }));
  const field = await screen.findByRole<HTMLTextAreaElement>("textbox", { name: "Tärkeintä" });
  expect(field.value.split("\n").sort()).toEqual(["Bussit", "Valaistus"]);
});

test("erases for good what the table asks out while it is read back, and asks first", async () => {
  await say("Tämä kuului vain tähän pöytään", { dimensions: ["A"] });
  await say("Tämä jää", { dimensions: ["A"] });
  await draw("read");
  const secret = await screen.findByText("Tämä kuului vain tähän pöytään");
  const row = within(secret.closest("li") ?? document.body);
  fireEvent.click(row.getByRole("button", { name: /^Poista kokonaan: Tämä kuului/ }));
  expect(row.getByText(/Tätä ei voi perua/)).toBeTruthy();
  fireEvent.click(row.getByRole("button", { name: "Säilytä" }));
  fireEvent.click(await row.findByRole("button", { name: /^Poista kokonaan: Tämä kuului/ }));
  fireEvent.click(row.getByRole("button", { name: "Poista kokonaan" }));
  await waitFor(() => expect(screen.queryByText("Tämä kuului vain tähän pöytään")).toBeNull());
  expect((await notes()).map(({ fields }) => fields.text)).toEqual(["Tämä jää"]);
  await waitFor(async () => {
    const left = JSON.stringify(must(await box.records.readAll()));
    expect(left).not.toContain("vain tähän pöytään");
  });
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByText("Tämä jää").closest("ol")),
  );
});

test("has nothing of an erased note to undo", async () => {
  await say("Tunnistettava", { dimensions: ["A"] });
  await draw("read");
  fireEvent.click(await screen.findByRole("button", { name: /^Korjaa: Tunnistettava/ }));
  const field = await screen.findByLabelText(/Korjattu teksti/);
  fireEvent.input(field, { target: { value: "Korjattu tunnistettava" } });
  press("Valmis");
  await screen.findByText("Korjattu tunnistettava");
  await screen.findByRole("button", { name: "Kumoa" });
  press(/^Poista kokonaan: Korjattu/);
  press("Poista kokonaan");
  await waitFor(() => expect(screen.queryByText(/tunnistettava/)).toBeNull());
  expect(screen.queryByRole("button", { name: "Kumoa" })).toBeNull();
});

test("hands are counted for one statement a dimension, where the table wants to", async () => {
  await say("Eka");
  await draw("sum");
  fireEvent.click(await screen.findByText("Kädet väittämien kohdalla (jos pöytä haluaa)"));
  const rows = screen.getAllByRole("group", { name: /./ });
  const row = rows.find((each) => each.classList.contains("debrief-hands"));
  if (!row) throw new Error("no statement");
  const fields = within(row);
  expect(fields.getByText(/Ihmiset kohtelevat eri taustaisia kunnioittavasti/)).toBeTruthy();
  const agree = fields.getByLabelText("Samaa mieltä");
  fireEvent.input(agree, { target: { value: "900" } });
  expect(fields.getByText(/enintään 500/)).toBeTruthy();
  fireEvent.input(agree, { target: { value: "6" } });
  fireEvent.blur(agree);
  await waitFor(async () =>
    expect(foldHands(must(await box.records.readAll()))[0]?.fields.count).toEqual({
      ...{ agree: 6, disagree: 0, unsure: 0 },
    }),
  );
});
