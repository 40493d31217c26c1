import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { useState } from "preact/hooks";
import { afterEach, describe, expect, test } from "vitest";
import type { OpenBox } from "../../src/app/open-box.ts";
import { CaptureScreen } from "../../src/app/scribe/capture-screen.tsx";
import { HandOverScreen } from "../../src/app/session/hand-over-screen.tsx";
import { readKnownWords } from "../../src/app/session/known-words.ts";
import { PrivacyHints } from "../../src/app/session/privacy-hints.tsx";
import { SettingsScreen } from "../../src/app/shell/settings-screen.tsx";
import { must } from "../fixtures/device.ts";
import { createTableWorld } from "../fixtures/table-world.ts";
import { renderWithTexts } from "./render-texts.tsx";

afterEach(cleanup);

const Field = ({ start }: { readonly start: string }) => {
  const [text, setText] = useState(start);
  const [known, setKnown] = useState<readonly string[]>([]);
  return (
    <>
      <output aria-label="teksti">{text}</output>
      <PrivacyHints
        text={text}
        lang="fi"
        known={known}
        onMask={setText}
        onDismiss={(word) => setKnown([...known, word])}
      />
    </>
  );
};
const text = () => screen.getByLabelText("teksti").textContent;
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));

describe("for a text under review", () => {
  test("says what was seen and why, masks it with one tap, and takes that back", async () => {
    await renderWithTexts(<Field start="Soitin Jukalle, 040 123 4567" />);
    const list = within(screen.getByRole("list", { name: "Mahdolliset henkilötiedot" }));
    expect(list.getByText("Ehkä nimi")).toBeTruthy();
    expect(list.getByText("Tunnettu etunimi.")).toBeTruthy();
    expect(list.getByText("Puhelinnumero")).toBeTruthy();
    press("Peitä: 040 123 4567");
    expect(text()).toBe("Soitin Jukalle, [puhelinnumero]");
    press("Kumoa");
    expect(text()).toBe("Soitin Jukalle, 040 123 4567");
  });

  test("takes no focus when it comes, says so once, and keeps the keyboard's place when a hint goes", async () => {
    const { announcer } = await renderWithTexts(<Field start="Soitin Jukalle ja Liisalle" />);
    expect(document.activeElement).toBe(document.body);
    await waitFor(() => expect(announcer.polite.value).toMatch(/^Tekstissä on ehkä henkilötieto/));
    const button = screen.getByRole("button", { name: "Ei ole nimi: Jukalle" });
    button.focus();
    fireEvent.click(button);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("list")));
    expect(screen.queryByRole("button", { name: "Peitä: Jukalle" })).toBeNull();
    const last = screen.getByRole("button", { name: "Peitä: Liisalle" });
    last.focus();
    fireEvent.click(last);
    await waitFor(() => expect(screen.queryByRole("list")).toBeNull());
    expect(document.activeElement?.className).toBe("privacy-hints");
  });
});

describe("in the live screen", () => {
  const open = async () => {
    const world = await createTableWorld();
    const box = await world.openByCard();
    Object.assign(HTMLElement.prototype, { hidePopover: () => undefined });
    const draw = () => renderWithTexts(<CaptureScreen deps={world.deps} box={box} />);
    return { world, box, draw };
  };
  const field = () =>
    screen.findByRole<HTMLTextAreaElement>("textbox", { name: "Mitä sanottiin?" });
  const type = async (value: string) => fireEvent.input(await field(), { target: { value } });

  test("points out a name in the dock, masks it, and saving was never in the way", async () => {
    const { draw } = await open();
    await draw();
    await type("Soitin Jukalle");
    fireEvent.click(await screen.findByRole("button", { name: "Peitä: Jukalle" }));
    expect((await field()).value).toBe("Soitin [nimi]");
    expect(await screen.findByText("Peitetty: Jukalle")).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Kirjaa" }).disabled).toBe(false);
  });

  test("remembers in the box what is no name, for the next time the screen opens", async () => {
    const { box, draw } = await open();
    const view = await draw();
    await type("Kerroin Lehtosaarelle");
    fireEvent.click(await screen.findByRole("button", { name: "Ei ole nimi: Lehtosaarelle" }));
    await waitFor(async () => expect(must(await readKnownWords(box))).toEqual(["lehtosaarelle"]));
    view.unmount();
    await draw();
    await type("Kerroin Lehtosaaresta ja Jukasta");
    await screen.findByRole("button", { name: "Peitä: Jukasta" });
    expect(screen.queryByText(/ja 1 muuta/)).toBeNull();
  });

  test("remembers both of two words that were told off in a row", async () => {
    const { box, draw } = await open();
    await draw();
    await type("Kerroin Lehtosaarelle ja Kivistönmäelle");
    fireEvent.click(await screen.findByRole("button", { name: /Ehkä nimi: .* ja 1 muuta/ }));
    const list = within(screen.getByRole("list", { name: "Mahdolliset henkilötiedot" }));
    const buttons = list.getAllByRole("button", { name: /^Ei ole nimi/ });
    for (const button of buttons) fireEvent.click(button);
    await waitFor(async () =>
      expect(must(await readKnownWords(box))).toEqual(["lehtosaarelle", "kivistönmäelle"]),
    );
  });

  test("points out and masks what stands in the translation, in the translation's language", async () => {
    const { draw } = await open();
    await draw();
    await type("مكان الحافلات");
    fireEvent.click(screen.getByRole("button", { name: "Lisää merkintöjä" }));
    fireEvent.click(await screen.findByRole("button", { name: "Lisää käännös" }));
    const beside = await screen.findByRole<HTMLTextAreaElement>("textbox", { name: /^Käännös/ });
    const { lang } = beside;
    fireEvent.input(beside, { target: { value: "040 123 4567" } });
    fireEvent.click(await screen.findByRole("button", { name: "Peitä: 040 123 4567" }));
    expect(beside.value).toBe(`[${lang === "sv" ? "telefonnummer" : "puhelinnumero"}]`);
    expect((await field()).value).toBe("مكان الحافلات");
  });

  test("opens the whole list with its reasons on request", async () => {
    const { draw } = await open();
    await draw();
    await type("Soitin Jukalle ja Liisalle");
    const seen = await screen.findByRole("button", { name: /Ehkä nimi: Jukalle ja 1 muuta/ });
    expect(seen.getAttribute("aria-expanded")).toBe("false");
    fireEvent.click(seen);
    const list = within(screen.getByRole("list", { name: "Mahdolliset henkilötiedot" }));
    fireEvent.click(list.getByRole("button", { name: "Peitä: Liisalle" }));
    expect((await field()).value).toBe("Soitin Jukalle ja [nimi]");
  });

  test("goes when it is switched off in the settings, and the settings can do so", async () => {
    const { draw } = await open();
    const view = await draw();
    await type("Soitin Jukalle");
    await screen.findByRole("button", { name: "Peitä: Jukalle" });
    await view.settings.change({ privacyHints: false });
    await waitFor(() => expect(screen.queryByRole("button", { name: /Peitä/ })).toBeNull());
    view.redraw(<SettingsScreen />);
    fireEvent.click(screen.getByLabelText(/Kirjatessa huomautetaan mahdollisista/));
    await waitFor(() => expect(view.settings.settings.value.privacyHints).toBe(true));
  });
});

describe("before handing over", () => {
  const draw = async (texts: readonly string[]) => {
    const world = await createTableWorld();
    const box: OpenBox = await world.openByCard();
    await world.write(box, 1);
    const [note] = must(await box.records.readAll()).flatMap(({ record }) =>
      record.kind === "note/1" ? [record] : [],
    );
    if (!note) throw new Error("no note");
    const { box: _, author, stamp, salt, ...fields } = note;
    void [_, author, stamp, salt]; // The writer's own.
    for (const [at, each] of texts.entries()) {
      const noteId = `${note.noteId.slice(0, -1)}${at}`;
      must(
        await box.writer.write([
          { ...fields, noteId: noteId as typeof note.noteId, text: each, parents: [] },
        ]),
      );
    }
    await renderWithTexts(<HandOverScreen deps={world.deps} box={box} />);
    await screen.findByText("Missä kirjaukset ovat");
  };

  test("tells how many notes may hold something and which, and the button works all the same", async () => {
    await draw(["Soitin Jukalle", "Bussi ei kulje"]);
    fireEvent.click(await screen.findByText("1 kirjauksessa on ehkä henkilötieto"));
    expect(screen.getByText("Soitin Jukalle")).toBeTruthy();
    expect(screen.getByRole("link", { name: "Korjaa kirjauksia" }).getAttribute("href")).toMatch(
      /^#\/session\/[0-9a-f]+\/write$/,
    );
    fireEvent.click(screen.getByRole("button", { name: "Ei ole nimi: Jukalle" }));
    expect(await screen.findByText(/Henkilötietoja ei huomattu/)).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Lopeta ja luovuta järjestölle" }));
    expect(await screen.findByText(/Odottaa lähtöä tässä laitteessa/)).toBeTruthy();
  });
});
