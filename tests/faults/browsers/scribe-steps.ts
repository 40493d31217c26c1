// A scribe's steps in any engine, in Finnish: from a typed code to the field where notes are written.
import type { EngineWindow } from "./engine.ts";
import { type Person, personAt } from "./person.ts";

/** All files of the app lie on the device: from here on it starts without a network. */
export const untilStored = (person: Person): Promise<void> =>
  person.run(`
    await until(() => navigator.serviceWorker.controller, "a service worker in charge");
  `);

/** Types the code and goes on to wherever that leads: the check list the first time, the log later. */
export const joinByCode = async (window: EngineWindow, code: string): Promise<void> => {
  const person = personAt(window);
  await person.go("#/join");
  await person.run(`
    const field = await until(
      () => labelled("Kortin koodi") ?? labelled("Tai kirjoita koodi"), "the code's field");
    put(field, ${JSON.stringify(code)});
  `);
  await person.press("Avaa tilaisuus");
};

/** The session's plan is nowhere to be had: the code alone starts it. */
export const startByCodeAlone = async (window: EngineWindow, code: string): Promise<void> => {
  const person = personAt(window);
  await joinByCode(window, code);
  await person.press("Jatka tilaisuuteen");
  await person.press("Valmistele ja aloita");
  await person.press("Aloita tilaisuus");
  await untilWriting(person);
};

export const untilWriting = (person: Person): Promise<void> =>
  person.run(`await until(() => document.querySelector(".capture-dock textarea"), "the field")`);

/** The plan comes from the hub and is compared with the paper; then the check list, and the session begins. */
export const startByPlan = async (window: EngineWindow, code: string): Promise<void> => {
  const person = personAt(window);
  await joinByCode(window, code);
  await person.press("Täsmäävät");
  await person.press("Valmistele ja aloita");
  await person.fill("Montako asukasta on paikalla", "8");
  await person.check("Ilmoitus on luettu");
  await person.press("Aloita tilaisuus");
  await untilWriting(person);
};

/** Writes these notes one after the other; each is in the log before the next begins. */
export const writeNotes = (person: Person, texts: readonly string[]): Promise<void> =>
  person.run(`
    const field = document.querySelector(".capture-dock textarea");
    for (const text of ${JSON.stringify(texts)}) {
      field.focus();
      document.execCommand("insertText", false, text);
      await until(() => field.value === text, "the text in the field");
      field.dispatchEvent(
        new KeyboardEvent("keydown", { key: "Enter", code: "Enter", bubbles: true, cancelable: true }));
      const isThere = () =>
        [...document.querySelectorAll(".log-rows .note-text")].slice(-3).some((row) => row.textContent === text);
      await until(isThere, text);
      await until(() => field.value === "", "an empty field");
    }
  `);

/** Types without saving, and waits until the draft must be on the disk. */
export const leaveHalfTyped = (person: Person, text: string): Promise<void> =>
  person.run(`
    const field = document.querySelector(".capture-dock textarea");
    field.focus();
    document.execCommand("insertText", false, ${JSON.stringify(text)});
    await until(() => document.querySelector(".capture-head").textContent.includes("tallessa"), "the kept draft");
  `);

/** Finishes and hands over by the hub. */
export const handOver = async (person: Person): Promise<void> => {
  await person.run(`location.hash = location.hash.replace("/write", "/hand-over")`);
  await person.press("Lopeta ja luovuta järjestölle");
  await person.see("Odottaa, että");
};
