// The follow-up on the screen: rounds side by side, what waits, carrying over, leaflets, and marking people as told.
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test } from "vitest";
import { foldRounds } from "../../src/domain/desk.ts";
import { foldFollowUps } from "../../src/domain/measures.ts";
import { canary, createTwoRounds, fillTwoRounds, type TwoRounds } from "../fixtures/two-rounds.ts";
import { renderDesk } from "./desk-screens.tsx";

let world: TwoRounds;
let rounds: Awaited<ReturnType<typeof fillTwoRounds>>;
beforeEach(async () => {
  world = await createTwoRounds();
  rounds = await fillTwoRounds(world);
});
afterEach(cleanup);

const sectionOf = (name: string): HTMLElement => {
  const section = screen.getByRole("heading", { level: 2, name }).closest("section");
  if (!section) throw new Error(`no section ${name}`);
  return section;
};
const write = (label: string | RegExp, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole("button", { name }));
const followUps = async () =>
  foldFollowUps(await world.records()).filter(({ fields }) => !fields.dropped);
const open = (query = `round=${rounds.later}`) => renderDesk(world.office, `follow-up?${query}`);

test("says in how many sessions a dimension was heard then and now, and each number opens its notes", async () => {
  await open();
  const compare = within(sectionOf("Kierrokset rinnakkain"));
  expect(compare.getByText("Nyt kuultu 2/2 tilaisuudessa, ennen 2/3.")).toBeTruthy();
  const table = compare.getByRole("table", {
    name: "Tilaisuudet, joissa osa-alue otettiin puheeksi",
  });
  const link = within(table).getByRole("link", {
    name: "2 tilaisuutta, avaa kirjaukset: Turvallisuuden tunne, Kevät 2026",
  });
  expect(link.getAttribute("href")).toBe(`#/desk/notes?round=${rounds.earlier}&dimension=S`);
  expect(compare.getByText(/Tämä on työpöydän omaan käyttöön/)).toBeTruthy();
});

test("lists the measures between the rounds with what the tables answered", async () => {
  await open();
  const link = await screen.findByRole("link", {
    name: "Yksi kirjaus vastauksena kysymykseen, avaa",
  });
  expect(link.getAttribute("href")).toContain(`phase=${world.carried(rounds.measureId)}`);
});

test("says which way two rounds differ instead of leaving it to be guessed", async () => {
  await world.handOver(rounds.later, [["O"]], { groups: ["seniorit"], languages: ["fi", "ar"] });
  await open();
  expect(screen.getByText("Ei suoraan vertailukelpoinen")).toBeTruthy();
  expect(screen.getByText(/Ryhmä on mukana vain nyt: .?seniorit/)).toBeTruthy();
  expect(screen.getByText(/Kieli on käytössä vain nyt: .?العربية/)).toBeTruthy();
});

test("a single round says what will stand there", async () => {
  await open(`round=${rounds.earlier}`);
  expect(screen.getByText(/Vertailu tulee tähän, kun aiemmankin kierroksen/)).toBeTruthy();
});

test("the follow-up is handed to a unit, and taken back with one tap", async () => {
  await open();
  write(/Yksikkö tai toimielin/, "Hyvinvointilautakunta");
  press("Anna seuranta tälle");
  expect(await screen.findByText("Seurannasta vastaa nyt Hyvinvointilautakunta.")).toBeTruthy();
  expect((await followUps()).map(({ fields }) => [fields.type, fields.unit])).toEqual([
    ["assigned", "Hyvinvointilautakunta"],
  ]);
  press("Kumoa");
  await waitFor(async () => expect(await followUps()).toEqual([]));
});

test("open measures become questions of a round without cards, in the languages they have", async () => {
  const next = await world.open("Kevät 2028");
  await renderDesk(world.office, `follow-up?round=${next}`);
  const box = screen.getByRole("checkbox", { name: "Valaistaan aseman alikulku." });
  fireEvent.click(box);
  expect(screen.getByText(/Kysymyksestä puuttuu kieliä: svenska/)).toBeTruthy();
  press("Tallenna kysymykset kierrokselle");
  expect(await screen.findByText(/kysytään nyt yhdestä toimenpiteestä/)).toBeTruthy();
  const round = foldRounds(await world.records()).find(({ roundId }) => roundId === next);
  expect(round?.fields.guide.questions.at(-1)).toEqual({
    id: world.carried(rounds.measureId),
    dimension: "S",
    text: {
      fi: "Aiemmin luvattiin: Valaistaan aseman alikulku. Onko tämä näkynyt?",
      ar: "وُعد سابقًا بما يلي: إنارة نفق المحطة. هل لاحظتم ذلك؟",
    },
  });
});

test("a leaflet tells what may be told in its language, names what is missing, and is marked as told", async () => {
  await world.addFinding(rounds.earlier, { fi: "Alikulku on pimeä." });
  await world.addFinding(rounds.earlier, { fi: `Salaisuus ${canary}` }, false);
  await renderDesk(world.office, `leaflets?round=${rounds.earlier}`);
  const sheet = await screen.findByRole("article", { name: "Lehtinen, suomi" });
  expect(within(sheet).getByText("Alikulku on pimeä.")).toBeTruthy();
  expect(within(sheet).getByText("Valaistaan aseman alikulku.")).toBeTruthy();
  expect(sheet.textContent).not.toContain(canary);

  fireEvent.change(screen.getByLabelText("Lehtisen kieli"), { target: { value: "ar" } });
  const arabic = await screen.findByRole("article", { name: "Lehtinen, العربية" });
  expect(arabic.getAttribute("dir")).toBe("rtl");
  expect(within(arabic).getByText("ما قلتموه – ما تقرّر – ما أُنجز")).toBeTruthy();
  expect(screen.getByText("Yhtä asiaa ei ole kielellä العربية")).toBeTruthy();
  expect(screen.getByText(/ovat luonnos/)).toBeTruthy();

  write(/Miten kerrottiin/, "Jaettu kirjastossa");
  press("Merkitse kerrotuksi");
  expect(await screen.findByText("Yksi toimenpide on merkitty kerrotuksi.")).toBeTruthy();
  expect(
    (await followUps()).map(({ fields }) => [fields.type, fields.measureId, fields.text]),
  ).toEqual([["told", rounds.measureId, { fi: "Jaettu kirjastossa" }]]);
});

test("a QR needs the municipality's own plain address", async () => {
  await renderDesk(world.office, `leaflets?round=${rounds.earlier}`);
  write(/Kunnan oma sivu/, "https://kunta.fi/x?utm_source=lehtinen");
  expect(screen.getByText(/Poista osoitteen loppu/)).toBeTruthy();
  expect(screen.queryByRole("img", { name: "Ruutukoodi kunnan sivulle" })).toBeNull();
  write(/Kunnan oma sivu/, "https://kunta.fi/hyvat-suhteet");
  expect(await screen.findByRole("img", { name: "Ruutukoodi kunnan sivulle" })).toBeTruthy();
});

test("what waits is said at the top of the follow-up and on the desk's first page", async () => {
  await world.addMeasure(rounds.earlier, { fi: "Penkit torille." }, { dueOn: "2020-01-01" });
  await open();
  const due = within(sectionOf("Odottaa tänään"));
  expect(due.getByRole("link", { name: "Penkit torille." })).toBeTruthy();
  expect(due.getByText(/Määräaika oli 1.1.2020/)).toBeTruthy();
  cleanup();
  await renderDesk(world.office);
  expect(await screen.findByText("Seurannassa odottaa yksi asia.")).toBeTruthy();
});
