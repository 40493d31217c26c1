// The page of reports: built with buttons alone, seen as it will stand, published once nothing speaks against it.
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { createTestDevice } from "../fixtures/device.ts";
import { planOneSession } from "../fixtures/main-job.ts";
import { createReportWorld } from "../fixtures/report-world.ts";
import { renderDesk } from "./desk-screens.tsx";

afterEach(cleanup);

const draw = async (sessions?: number) => {
  const world = await createReportWorld(sessions);
  await world.addFinding("Alikulku pelottaa iltaisin", [0, 1, 2, 3, 4]);
  await renderDesk(world.office, "reports");
  const report = await screen.findByRole("article");
  return { world, report };
};
const headings = (report: HTMLElement) =>
  within(report)
    .getAllByRole("heading", { level: 3 })
    .map(({ textContent }) => textContent);

test("says what a report needs while nothing has arrived", async () => {
  const office = await createTestDevice();
  await planOneSession(office);
  await renderDesk(office, "reports");
  expect(screen.getByText("Raporttiin ei ole vielä aineistoa")).toBeTruthy();
});

test("shows the report as it will stand, marked as a draft, with a line of checks", async () => {
  const { report } = await draw();
  expect(within(report).getByText("LUONNOS. Ei julkaistavaksi.")).toBeTruthy();
  expect(within(report).getByText("Alikulku pelottaa iltaisin")).toBeTruthy();
  expect(within(report).getAllByRole("table").length).toBeGreaterThan(2);
  expect(screen.getByText(/Tarkistus: 0 nimeä/)).toBeTruthy();
  expect(headings(report).at(-1)).toBe("Näin raportti on tehty");
});

test("moves a section with a button and leaves one out with a tick", async () => {
  const { report } = await draw();
  fireEvent.click(screen.getByRole("button", { name: "Siirrä alas: Johdanto" }));
  expect(headings(report).slice(0, 2)).toEqual(["Miten aineisto koottiin", "Johdanto"]);
  fireEvent.click(screen.getByRole("checkbox", { name: "Johdanto" }));
  expect(headings(report)).not.toContain("Johdanto");
});

test("sets an earlier round beside this one only when asked, and says when none was published", async () => {
  await draw();
  const tick = screen.getByRole("checkbox", { name: "Mikä muuttui kierrosten välillä" });
  const none = "Aiemmasta kierroksesta ei ole julkaistu mitään, mihin verrata.";
  expect(screen.queryByText(none)).toBeNull();
  fireEvent.click(tick);
  expect(await screen.findByText(none)).toBeTruthy();
});

test("publishes, lists the edition, and offers to withdraw it", async () => {
  const { report } = await draw();
  fireEvent.click(screen.getByRole("button", { name: "Tarkista ja julkaise" }));
  await screen.findByText("Julkaistu painos");
  expect(within(report).queryByText("LUONNOS. Ei julkaistavaksi.")).toBeNull();
  fireEvent.click(await screen.findByRole("button", { name: /Vedä takaisin painos/ }));
  await screen.findByText(/Vedetty takaisin/);
});

test("says what blocks an edition and offers repairs that change the report", async () => {
  const { world } = await draw();
  fireEvent.click(screen.getByRole("button", { name: "Tarkista ja julkaise" }));
  await screen.findByText("Julkaistu painos");
  await world.handOver(13);
  fireEvent.click(screen.getByRole("button", { name: "Takaisin luonnokseen" }));
  await screen.findByText("Raportti perustuu 13 keskustelutilaisuuteen.");
  fireEvent.click(screen.getByRole("button", { name: "Tarkista ja julkaise" }));
  const alert = await waitFor(() => {
    const found = screen
      .getAllByRole("alert")
      .find((each) => each.textContent?.includes("Vain yksi"));
    if (!found) throw new Error("not yet");
    return found;
  });
  fireEvent.click(within(alert).getAllByRole("button", { name: "Kerro vain sanoin" })[0] ?? alert);
  expect(screen.queryByText(/Vain yksi tilaisuus on muuttunut/)).toBeNull();
});

test("says in the plan which numbers it will allow", async () => {
  const { office } = await createReportWorld(0);
  await renderDesk(office, "sessions");
  expect(
    screen.getByText(/1 tilaisuus: kokonaisluvut ei, päähavainnot kerrotaan sanoin, ryhmät ei/),
  ).toBeTruthy();
});

test("leaves a single picture out with a tick: its table stays, and the report says so", async () => {
  const { report } = await draw();
  const tables = within(report).getAllByRole("table").length;
  const pictures = within(report).getAllByRole("img").length;
  const [tick] = screen.getAllByRole("checkbox", { name: /^Kuva: / });
  if (!tick) throw new Error("no picture to choose");
  fireEvent.click(tick);
  expect(within(report).getAllByRole("img")).toHaveLength(pictures - 1);
  expect(within(report).getAllByRole("table")).toHaveLength(tables);
  expect(within(report).getByText(/Yksi kuva on jätetty pois/)).toBeTruthy();
  fireEvent.click(tick);
  expect(within(report).getAllByRole("img")).toHaveLength(pictures);
});
