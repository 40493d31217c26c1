// What is counted at the desk: every part of the analysis over notes that a real tablet handed over.
import { cleanup, fireEvent, screen, within } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { selectNotes } from "../../src/analysis/note-filter.ts";
import { parseNoteQuery } from "../../src/app/desk/note-query.ts";
import { readRound } from "../../src/app/desk/use-round.ts";
import { must } from "../fixtures/device.ts";
import { exampleNotes } from "../fixtures/example-notes.ts";
import { close, createIntakeWorld, handOver, type IntakeWorld } from "../fixtures/intake-world.ts";
import { writeNotes } from "../fixtures/main-job.ts";
import { renderDesk } from "./desk-screens.tsx";

let world: IntakeWorld;
beforeEach(async () => {
  world = await createIntakeWorld();
});
afterEach(cleanup);

const openWith = async (count: number) => {
  const [first, second, ...others] = exampleNotes().slice(0, count);
  if (!first || !second) throw new Error("no examples");
  const notes = [
    { ...first, agreement: { agree: 2, disagree: 3 } },
    { ...second, dimensions: [], subThemes: [] },
    ...others,
  ];
  await writeNotes(world.tablet, world.box, notes);
  await close(world);
  const file = await handOver(world.box);
  const view = await renderDesk(world.office, "intake");
  const input = document.querySelector("input[type=file]");
  if (!input) throw new Error("no file field");
  fireEvent.change(input, { target: { files: [new File([file], "luovutus.kuuluu")] } });
  fireEvent.click(await screen.findByRole("button", { name: "Tuo" }));
  await screen.findByText("Tuotu");
  return view;
};

const parts = [
  ["", "Osa-alueet ja sävy"],
  ["/sub-themes", "Alateemat"],
  ["/sessions", "Tilaisuudet"],
  ["/pairs", "Mikä liittyy mihin"],
  ["/topics", "Aiheet ja elämänalueet"],
  ["/groups", "Ryhmät ja kielet"],
  ["/silence", "Mistä ei puhuttu"],
  ["/dissent", "Erimielisyys"],
  ["/data", "Aineisto ja sen rajat"],
] as const;

test("every number of every part opens exactly as many notes as it says", async () => {
  const { go } = await openWith(20);
  const { columns } = readRound(must(await world.desk.records.readAll()), undefined);
  for (const [part, title] of parts) {
    await go(`analysis${part}`);
    expect(screen.getByRole("heading", { level: 2 }).textContent).toBe(title);
    const links = [...document.querySelectorAll<HTMLAnchorElement>(".count-link")];
    if (part !== "/silence") expect([part, links.length > 2]).toEqual([part, true]);
    for (const link of links) {
      const { filter } = parseNoteQuery((link.getAttribute("href") ?? "").split("?")[1] ?? "");
      const opened = selectNotes(columns, filter).filter((is) => is === 1).length;
      expect([link.href, opened]).toEqual([link.href, Number(link.textContent)]);
      expect(link.getAttribute("aria-label")).toMatch(new RegExp(`^${opened} kirjausta: .`));
    }
  }
});

test("a number leads to a list of as many rows, and the list says what it is narrowed to", async () => {
  const { go } = await openWith(20);
  await go("analysis/dissent");
  const table = screen.getByRole("table", { name: "Erimielisyys osa-alueittain" });
  const link = within(table)
    .getAllByRole("link")
    .find((each) => each.getAttribute("href")?.includes("disagreed"));
  await go(link?.getAttribute("href") ?? "");
  expect(document.querySelectorAll(".desk-note")).toHaveLength(Number(link?.textContent));
  expect(screen.getByText(/Rajattu: .*joku oli eri mieltä/)).toBeTruthy();
});

describe("the parts", () => {
  test("lead to one another, and mark where one is", async () => {
    const { go } = await openWith(3);
    await go("analysis/pairs");
    const nav = screen.getByRole("navigation", { name: "Analyysin osat" });
    const links = within(nav).getAllByRole("link");
    expect(links.map(({ textContent }) => textContent)).toEqual(parts.map(([, title]) => title));
    const here = links.filter((link) => link.getAttribute("aria-current") === "page");
    expect(here.map(({ textContent }) => textContent)).toEqual(["Mikä liittyy mihin"]);
  });

  test("an address of a part that is not there shows the first", async () => {
    const { go } = await openWith(3);
    await go("analysis/nothing-of-ours");
    expect(screen.getByRole("heading", { level: 2 }).textContent).toBe("Osa-alueet ja sävy");
  });
});

test("says that numbers are no votes, what is still missing, and whose numbers they are", async () => {
  const { go } = await openWith(3);
  await go("analysis");
  expect(screen.getByText(/Luvut ovat kirjauksia, eivät ääniä/)).toBeTruthy();
  expect(screen.getByText(/kirjauksia ei ole tarkistettu/)).toBeTruthy();
  expect(screen.getByText(/työpöydän omaan työhön/)).toBeTruthy();
});

test("names what nobody spoke about, and says that silence has many reasons", async () => {
  const { go } = await openWith(3);
  await go("analysis/silence");
  const heading = screen.getByRole("heading", { level: 3, name: "Kysymykset" });
  const list = heading.parentElement?.querySelectorAll("li") ?? [];
  const asked = world.desk && readRound(must(await world.desk.records.readAll()), undefined);
  expect(list).toHaveLength(asked.round?.fields.guide.questions.length ?? -1);
  expect(screen.getByText(/ei uskallettu puhua/)).toBeTruthy();
});

test("says how they get here while there are no notes", async () => {
  await renderDesk(world.office, "analysis/data");
  expect(await screen.findByText("Kirjauksia ei vielä ole")).toBeTruthy();
});
