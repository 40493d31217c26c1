// The files of a report: the buttons there are, the words inside in the report's language, and a name that tells nothing.
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { AppDeps } from "../../src/app/deps.ts";
import { Downloads } from "../../src/app/desk/reports/downloads.tsx";
import { readTexts } from "../fixtures/read-texts.ts";
import { report } from "../fixtures/report.ts";
import { renderWithTexts } from "./render-texts.tsx";

let saved: { name: string; file: Blob }[];
beforeEach(() => {
  saved = [];
  let file = new Blob();
  vi.spyOn(URL, "createObjectURL").mockImplementation((made) => {
    file = made as Blob; // Only files are made into addresses here.
    return "blob:x";
  });
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    saved.push({ name: this.download, file });
  });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

// The clock is all of it that is used.
const deps = { env: { now: () => Date.UTC(2026, 10, 24) } } as unknown as Pick<AppDeps, "env">;
const draw = (change: Parameters<typeof report>[0] = {}) =>
  renderWithTexts(
    <Downloads deps={deps} report={report(change)} id={"ab".repeat(16)} load={readTexts} />,
    {
      namespaces: ["common", "exports", "a11y"],
    },
  );

test("offers each sort of file, and pictures only where there are any", async () => {
  await draw();
  for (const name of ["Word", "Excel", "Verkkosivu", "Kuvat", "Taulukot CSV-tiedostoina"]) {
    expect(screen.getByRole("button", { name })).toBeTruthy();
  }
  cleanup();
  await draw({ blocks: [] });
  expect(screen.queryByRole("button", { name: "Kuvat" })).toBeNull();
  expect(screen.queryByRole("button", { name: "Taulukot CSV-tiedostoina" })).toBeNull();
});

test("writes a Swedish report in Swedish though the screen is Finnish, mark and all", async () => {
  await draw({ lang: "sv", forPublishing: false, mark: "Utkast" });
  fireEvent.click(screen.getByRole("button", { name: "Verkkosivu" }));
  await waitFor(() => expect(saved).toHaveLength(1));
  expect(saved[0]?.name).toBe("kuuluu-abababab-report-sv-2026-11-24.html");
  const html = await saved[0]?.file.text();
  expect(html).toContain('<html lang="sv"');
  expect(html).toContain("Samma siffror finns i tabellen under bilden.");
  expect(html).toContain("Utkast");
  expect(await screen.findByText(/Tiedosto on valmis: kuuluu-abababab/)).toBeTruthy();
});

test("gives the tables as CSV with the separator that is chosen", async () => {
  await draw({ blocks: report().blocks.filter(({ kind }) => kind === "table") });
  fireEvent.change(screen.getByLabelText("CSV: solujen väli"), { target: { value: "," } });
  fireEvent.click(screen.getByRole("button", { name: "Taulukot CSV-tiedostoina" }));
  await waitFor(() => expect(saved).toHaveLength(1));
  expect(await saved[0]?.file.text()).toContain("Osa-alue,Vahvistaa,Heikentää\r\n");
});
