// The scribe's steps through the real screens, in Finnish.
import { expect, type Page } from "@playwright/test";
import type { NoteFields } from "../../src/domain/note.ts";

const dimensionKeys = ["A", "S", "V", "O"];
const polarityWords = {
  strengthens: "vahvistaa",
  weakens: "heikentää",
  mixed: "molempia",
} as const;
const kindWords: Readonly<Record<string, string>> = {
  observation: "havainto",
  strength: "vahvuus",
  concern: "huoli",
  proposal: "ehdotus",
  quote: "sitaatti",
};

export const noteField = (page: Page) => page.getByLabel("Mitä sanottiin?");

/** All files of the app lie on the device: from here on the network may go. A worker that never comes is told, not waited for. */
export const untilStored = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
};

/** From the check list to the live screen, with the notice read and eight people present. */
export const startSession = async (page: Page): Promise<void> => {
  await page.getByRole("link", { name: "Valmistele ja aloita" }).click();
  await page.getByLabel("Montako asukasta on paikalla").fill("8");
  await page.getByLabel("Ilmoitus on luettu").check();
  await page.getByRole("button", { name: "Aloita tilaisuus" }).click();
  await noteField(page).waitFor();
};

export const openDetails = async (page: Page): Promise<void> => {
  const more = page.getByRole("button", { name: "Lisää merkintöjä" });
  if (await more.isVisible()) await more.click();
};

/** Writes one note with all its tags and saves it by Enter; resolves once the screen says that it is saved. */
export const writeNote = async (page: Page, note: NoteFields): Promise<void> => {
  const details = page.getByRole("region", { name: "Merkinnät" });
  await noteField(page).fill(note.text);
  for (const dimension of note.dimensions) {
    await page.keyboard.press(`Alt+Digit${dimensionKeys.indexOf(dimension) + 1}`);
  }
  await expect(noteField(page)).toBeFocused();
  await openDetails(page);
  if (note.polarity) {
    await details.getByRole("button", { name: polarityWords[note.polarity] }).click();
  }
  for (const kind of note.kinds) {
    await details.getByRole("button", { name: kindWords[kind] ?? kind, exact: true }).click();
  }
  await details.getByLabel("Kirjauksen kieli").selectOption(note.lang);
  await noteField(page).focus();
  const saved = page.getByText(/Kirjattu: /).last();
  await page.keyboard.press("Enter");
  await expect(noteField(page)).toHaveValue("");
  await expect(saved).toContainText(note.text.slice(0, 12));
};
