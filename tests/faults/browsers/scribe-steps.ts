// A scribe's steps in any engine, in Finnish: from a typed code to the field where notes are written.
import type { EngineWindow } from "./engine.ts";
import { type Person, personAt } from "./person.ts";

/** All files of the app lie on the device: from here on it starts without a network. */
export const untilStored = (person: Person): Promise<void> =>
  person.run(`
    await navigator.serviceWorker.ready;
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
