import { cleanup, fireEvent, screen, waitFor } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import statement from "../../public/accessibility.json";
import { AccessibilityScreen } from "../../src/app/shell/accessibility-screen.tsx";
import { AppRoot } from "../../src/app/shell/app-root.tsx";
import { HelpScreen } from "../../src/app/shell/help-screen.tsx";
import { createLazyScreen } from "../../src/app/shell/lazy-screen.tsx";
import { PrivacyScreen } from "../../src/app/shell/privacy-screen.tsx";
import { SettingsScreen } from "../../src/app/shell/settings-screen.tsx";
import { Shell } from "../../src/app/shell/shell.tsx";
import { createStatementModel } from "../../src/app/shell/statement.ts";
import { failed, ok, type Result } from "../../src/base/result.ts";
import { useLive } from "../../src/ui/use-live.ts";
import { loadPseudoTexts } from "./pseudo-texts.ts";
import { renderWithTexts } from "./render-texts.tsx";

afterEach(cleanup);

test("every screen has one heading of the first level, a main part and a way past the header", async () => {
  await renderWithTexts(<HelpScreen />);
  expect(screen.getAllByRole("heading", { level: 1 })).toHaveLength(1);
  fireEvent.click(screen.getByRole("button", { name: "Siirry sisältöön" }));
  expect(document.activeElement).toBe(screen.getByRole("main"));
});

test("a new screen starts readers at its heading", async () => {
  await renderWithTexts(<PrivacyScreen />);
  expect(document.activeElement).toBe(screen.getByRole("heading", { level: 1 }));
});

test("help, accessibility and privacy are one step away from every page", async () => {
  await renderWithTexts(<Shell>x</Shell>);
  for (const [name, href] of [
    ["Ohje", "#/help"],
    ["Saavutettavuus", "#/accessibility"],
    ["Tietosuoja", "#/privacy"],
  ] as const) {
    expect(screen.getByRole("link", { name }).getAttribute("href")).toBe(href);
  }
});

test("a change of language changes the words on the screen and is kept", async () => {
  const { stored } = await renderWithTexts(<SettingsScreen />);
  fireEvent.click(screen.getByRole("radio", { name: "svenska" }));
  await waitFor(() =>
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Inställningar"),
  );
  expect(stored.get("settings")).toMatchObject({ language: "sv" });
});

test("a draft language says that it is one, and marks English as English", async () => {
  await renderWithTexts(<SettingsScreen />, { language: "ar" });
  expect(screen.getByText(/هذه اللغة مسودة/)).toBeTruthy();
  const heading = screen.getByRole("heading", { level: 1, name: "Settings" });
  expect(heading.closest("[lang]")?.getAttribute("lang")).toBe("en");
});

test("a setting holds at once and is kept", async () => {
  const { stored, settings } = await renderWithTexts(<SettingsScreen />);
  fireEvent.click(screen.getByRole("checkbox", { name: "Enter aloittaa uuden rivin" }));
  expect(settings.settings.value.enterAddsLine).toBe(true);
  await waitFor(() => expect(stored.get("settings")).toMatchObject({ enterAddsLine: true }));
});

test("every word on the small pages is a text of ours", async () => {
  const { container } = await renderWithTexts(<HelpScreen />, {
    language: "en",
    load: loadPseudoTexts,
  });
  const bare = [...container.querySelectorAll("h1, h2, p, li, th")].filter(
    (element) => element.textContent && !element.textContent.startsWith("["),
  );
  expect(bare.map((element) => element.textContent)).toEqual([]);
});

test("the statement names its gaps where nobody filled it in", async () => {
  const model = createStatementModel(async () => statement);
  await renderWithTexts(<AccessibilityScreen model={model} />);
  expect(await screen.findByText(/ei ole vielä täyttänyt/)).toBeTruthy();
  expect(screen.getByText(/Traficom/)).toBeTruthy();
  expect(screen.queryByRole("link", { name: "Lähetä sähköpostilla" })).toBeNull();
});

test("feedback goes to the address in the statement, with the words in the mail", async () => {
  const model = createStatementModel(async () => ({ ...statement, email: "palaute@example.fi" }));
  await renderWithTexts(<AccessibilityScreen model={model} />);
  const field = await screen.findByRole("textbox", { name: /Mitä tapahtui/ });
  fireEvent.input(field, { target: { value: "Nappi & teksti" } });
  const link = screen.getByRole("link", { name: "Lähetä sähköpostilla" });
  expect(link.getAttribute("href")).toBe("mailto:palaute@example.fi?body=Nappi%20%26%20teksti");
});

test("a statement that cannot be read is said, not thrown", async () => {
  const model = createStatementModel(() => Promise.reject(new TypeError("offline")));
  await renderWithTexts(<AccessibilityScreen model={model} />);
  expect(await screen.findByText(/Selostetta ei saatu luettua/)).toBeTruthy();
});

test("a fault in a screen offers to save the notes", async () => {
  const save = vi.fn();
  const Broken = () => {
    throw new Error("planted");
  };
  const { texts, announcer, settings, rerender } = await renderWithTexts(<p>ok</p>);
  rerender(
    <AppRoot {...{ texts, announcer, settings }} saveNotes={save} reload={() => undefined}>
      <Broken />
    </AppRoot>,
  );
  fireEvent.click(await screen.findByRole("button", { name: "Tallenna kirjaukseni tiedostoksi" }));
  expect(save).toHaveBeenCalledOnce();
});

test("a screen that cannot be fetched can be tried again", async () => {
  let isOnline = false;
  const Lazy = createLazyScreen({
    load: async () => {
      if (!isOnline) throw new TypeError("offline");
      return () => <p>perillä</p>;
    },
    namespaces: ["help"],
  });
  await renderWithTexts(<Lazy />);
  const retry = await screen.findByRole("button", { name: "Yritä uudelleen" });
  isOnline = true;
  fireEvent.click(retry);
  expect(await screen.findByText("perillä")).toBeTruthy();
});

test("live facts are loading, ready, then failed with the last value kept", async () => {
  let tell: (answer: Result<string, string>) => void = () => undefined;
  const stop = vi.fn();
  const watch = (listener: typeof tell) => {
    tell = listener;
    return stop;
  };
  const Facts = () => {
    const live = useLive(watch);
    return <p>{`${live.state} ${live.value} ${live.error}`}</p>;
  };
  const { unmount } = await renderWithTexts(<Facts />);
  expect(screen.getByText("loading undefined undefined")).toBeTruthy();
  tell(ok("7"));
  expect(await screen.findByText("ready 7 undefined")).toBeTruthy();
  tell(failed("store-failed"));
  expect(await screen.findByText("failed 7 store-failed")).toBeTruthy();
  unmount();
  await waitFor(() => expect(stop).toHaveBeenCalledOnce());
});
