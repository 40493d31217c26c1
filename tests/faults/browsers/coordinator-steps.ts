// A coordinator's steps in any engine, in Finnish, with a hub: the desk, a round, one session and its card.
import type { EngineWindow } from "./engine.ts";
import { personAt } from "./person.ts";

export type DeskWords = {
  readonly desk: string;
  readonly passphrase: string;
  readonly round: string;
  readonly session: string;
};

/** Answers the desk's 26 characters. */
export const setUpDesk = async (
  window: EngineWindow,
  url: string,
  setupCode: string,
  words: DeskWords,
): Promise<string> => {
  const person = personAt(window);
  await window.goto(`${url}#/desk/new/hub`);
  await person.fill("Palvelimen käyttöönottokoodi", setupCode);
  await person.fill("Vastaanottajan nimi", words.desk);
  await person.press("Jatka");
  await person.fill("Tunnuslause", words.passphrase);
  await person.press("Perusta työpöytä");
  const code = await person.run<string>(
    `return (await until(() => document.querySelector(".big-code"), "the code")).textContent`,
  );
  await person.press("Koodi on paperilla");
  await person.fill("Koodi palautusarkista", code);
  await person.press("Tarkista koodi");
  await person.press("Työpöydälle");
  return code;
};

/** Answers the 16 characters of the session's card, once the hub knows them. */
export const planSession = async (window: EngineWindow, words: DeskWords): Promise<string> => {
  const person = personAt(window);
  await person.go("#/desk/rounds/new");
  await person.fill("Kierroksen nimi", words.round);
  await person.press("Aloita kierros");
  await person.run(`await until(() => !location.hash.endsWith("/new"), "the round")`);
  await person.go("#/desk/sessions");
  await person.fill("Tilaisuuden nimi", words.session);
  await person.press("Suunnittele ja tee kortti");
  await person.press("Tulosta kortti");
  const code = await person.run<string>(`
    const find = () => /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/.exec(document.body.textContent);
    return (await until(find, "the card's code"))[0];
  `);
  await person.go("#/desk/home");
  await person.see("Lähetetty");
  return code;
};

/** Looks at the hub, imports what is there, and reads the notes. */
export const takeIn = async (window: EngineWindow): Promise<number> => {
  const person = personAt(window);
  await person.go("#/desk/intake");
  await person.press("Katso, mitä palvelimelle on tullut");
  await person.run(`
    const button = await until(() => all("button").find((each) => nameOf(each) === "Tuo"), "Tuo");
    button.click();
  `);
  await person.press("Avaa taulukko");
  await person.go("#/desk/notes");
  return person.run<number>(`
    await until(() => document.querySelector(".note-text"), "the notes");
    // Only those in sight are drawn; the line above them counts all.
    const line = () => /(\\d+) kirjausta, 1\\/1/.exec(clean(document.body.innerText));
    return Number((await until(line, "how many notes there are"))[1]);
  `);
};
