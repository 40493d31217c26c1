// What comes in and what is read at a desk: intake, notes, table; with a real tablet on the other side.
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { listReleasedNotes } from "../../src/analysis/released-notes.ts";
import { voidCard } from "../../src/app/desk/desk-plan.ts";
import type { OpenBox } from "../../src/app/open-box.ts";
import { type Bytes, toUtf8 } from "../../src/base/bytes.ts";
import { failed } from "../../src/base/result.ts";
import { must, noNetwork } from "../fixtures/device.ts";
import { exampleNotes } from "../fixtures/example-notes.ts";
import {
  close,
  createHubWorld,
  createIntakeWorld,
  handOver,
  type IntakeWorld,
} from "../fixtures/intake-world.ts";
import { writeNotes } from "../fixtures/main-job.ts";
import { findAlert, renderDesk } from "./desk-screens.tsx";

let world: IntakeWorld;
beforeEach(async () => {
  world = await createIntakeWorld();
});
afterEach(cleanup);

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole("button", { name }));
const drop = (...files: readonly (readonly [string, Bytes])[]) => {
  const input = document.querySelector("input[type=file]");
  if (!input) throw new Error("no file field");
  const list = files.map(([name, bytes]) => new File([bytes], name));
  fireEvent.change(input, { target: { files: list } });
};
const released = async (desk: OpenBox = world.desk) =>
  listReleasedNotes(must(await desk.records.readAll()));
const handedOver = async (count = 3): Promise<Bytes> => {
  await writeNotes(world.tablet, world.box, exampleNotes().slice(0, count));
  await close(world);
  return handOver(world.box);
};
const takeIn = async (bytes: Bytes) => {
  drop(["luovutus.kuuluu", bytes]);
  fireEvent.click(await screen.findByRole("button", { name: "Tuo" }));
  await screen.findByText("Tuotu");
};

describe("the intake", () => {
  test("says what it awaits and that nothing changes before it is told to", async () => {
    await renderDesk(world.office, "intake");
    expect(screen.getByText(/Mitään ei muuteta ennen kuin valitset Tuo/)).toBeTruthy();
    expect(await screen.findByText("Asukasilta, ryhmä 2")).toBeTruthy();
    expect(screen.getByText(/Tällä työpöydällä ei ole palvelinta/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: /palvelimelle/ })).toBeNull();
  });

  test("tells what importing would do, then does it, then has nothing more to do", async () => {
    const file = await handedOver();
    await renderDesk(world.office, "intake");
    drop(["luovutus.kuuluu", file]);
    await screen.findByText(/Asukasilta, ryhmä 2: 3 kirjausta, uusi tilaisuus\. Tehty/);
    expect(screen.getByText(/pysyvät sinetöityinä/)).toBeTruthy();
    expect(await released()).toEqual([]);
    press("Tuo");
    await screen.findByText("Tuotu");
    expect(await released()).toHaveLength(3);
    expect(screen.getByText("Kaikista tilaisuuksista on luovutus.")).toBeTruthy();

    drop(["luovutus.kuuluu", file]);
    await screen.findByText(/on jo tuotu. Ohitetaan/);
    expect(screen.queryByRole("button", { name: "Tuo" })).toBeNull();
  });

  test("changes nothing when the dry run is put away", async () => {
    const file = await handedOver();
    await renderDesk(world.office, "intake");
    drop(["luovutus.kuuluu", file]);
    await screen.findByRole("button", { name: "Tuo" });
    press("Peruuta");
    expect(await screen.findByText("Pysäytetty. Mitään ei tuotu.")).toBeTruthy();
    expect(await released()).toEqual([]);
  });

  test("shows counts and never a word of what was not released", async () => {
    await writeNotes(world.tablet, world.box, exampleNotes().slice(0, 2));
    await world.tablet.courier.sendNow();
    await renderDesk(world.office, "intake");
    drop(["matkalla.kuuluu", await handOver(world.box)]);
    await screen.findByText(/matkalla, ei luovutettu. Näytetään vain määrä, ei tekstiä/);
    for (const { text } of exampleNotes().slice(0, 2))
      expect(document.body.textContent).not.toContain(text);
  });

  test("gives each bad file words of its own and takes the good one beside them", async () => {
    const file = await handedOver();
    await renderDesk(world.office, "intake");
    drop(
      ["lomakuva.jpg", toUtf8("JFIF, not ours")],
      ["tyhja.kuuluu", new Uint8Array()],
      ["katkennut.kuuluu", file.slice(0, file.length - 40)],
      ["luovutus.kuuluu", file],
    );
    await screen.findByText(/3 kirjausta, uusi tilaisuus/);
    expect(screen.getByText(/Tämä ei ole Kuuluun tiedosto/)).toBeTruthy();
    expect(screen.getByText(/Tiedosto on tyhjä/)).toBeTruthy();
    expect(screen.getByText(/Tiedosto on katkennut/)).toBeTruthy();
    expect(screen.getByText(/3 lähetystä ei oteta/)).toBeTruthy();
    expect(screen.getByText(/tiedostosta lomakuva\.jpg/)).toBeTruthy();
  });

  test("names the session of a void card and sets its delivery aside when told to", async () => {
    const file = await handedOver();
    must(await voidCard(world.desk, world.session));
    await renderDesk(world.office, "intake");
    drop(["luovutus.kuuluu", file]);
    await screen.findAllByText(/Asukasilta, ryhmä 2: Aineisto on kortilta/);
    press("Pane sivuun");
    expect(await screen.findByText("Sivuun pantu")).toBeTruthy();
    expect(await released()).toEqual([]);
  });

  test("says that the disk is full and keeps the desk as it was", async () => {
    const file = await handedOver();
    const { addAll } = world.desk.envelopes;
    Object.assign(world.desk.envelopes, { addAll: async () => failed({ type: "store-full" }) });
    await renderDesk(world.office, "intake");
    drop(["luovutus.kuuluu", file]);
    fireEvent.click(await screen.findByRole("button", { name: "Tuo" }));
    expect(await findAlert()).toMatch(/tila on täynnä/);
    expect(await released()).toEqual([]);
    Object.assign(world.desk.envelopes, { addAll });
    await takeIn(file);
    expect(await released()).toHaveLength(3);
  });
});

describe("the intake with a hub", () => {
  test.each([
    ["is away", noNetwork, /Ei verkkoa|yhteyttä/],
    [
      "answers with a page",
      async () => new Response("<h1>Tervetuloa</h1>", { headers: { "Content-Type": "text/html" } }),
      /Verkko voi vaatia kirjautumista/,
    ],
  ])("says what to do when it %s", async (_, network, words) => {
    const hub = await createHubWorld();
    hub.office.setNetwork(network);
    await renderDesk(hub.office, "intake");
    press("Katso, mitä palvelimelle on tullut");
    expect(await findAlert()).toMatch(words);
  });

  test("says when nothing has come", async () => {
    const hub = await createHubWorld();
    await renderDesk(hub.office, "intake");
    press("Katso, mitä palvelimelle on tullut");
    expect(await screen.findByText("Uutta ei ole tullut.")).toBeTruthy();
    expect(screen.getByText(/ei vielä mitään/)).toBeTruthy();
  });
});

describe("the notes", () => {
  test("say how they get here while there are none", async () => {
    await renderDesk(world.office, "notes");
    expect(await screen.findByText("Kirjauksia ei vielä ole")).toBeTruthy();
    const link = screen.getByRole("link", { name: "Katso, mitä on tullut" });
    expect(link.getAttribute("href")).toBe("#/desk/intake");
  });

  test("are listed under their session in their own language, and found by a word", async () => {
    const file = await handedOver(5);
    const { go } = await renderDesk(world.office, "intake");
    await takeIn(file);
    await go("notes");
    const [first] = exampleNotes();
    const said = [...document.querySelectorAll(".desk-note [lang]")];
    const text = said.find(({ textContent }) => textContent === first?.text);
    expect(text?.getAttribute("lang")).toBe(first?.lang);
    expect(screen.getByText("5 kirjausta, 1/1 tilaisuutta")).toBeTruthy();

    const word = (first?.text ?? "").split(" ")[1] ?? "";
    fireEvent.input(screen.getByLabelText("Hae sanoja"), { target: { value: word } });
    await waitFor(() => expect(document.querySelector("mark")?.textContent).toBe(word));
    expect(document.querySelector(".note-session")?.textContent).toBe("Asukasilta, ryhmä 2");

    fireEvent.input(screen.getByLabelText("Hae sanoja"), { target: { value: "qqqq" } });
    expect(await screen.findByText("Mikään kirjaus ei vastaa valintoja.")).toBeTruthy();
    press("Näytä kaikki");
    expect(await screen.findByText("5 kirjausta, 1/1 tilaisuutta")).toBeTruthy();
  });

  test("say what an address narrows them to", async () => {
    const file = await handedOver(5);
    const { go } = await renderDesk(world.office, "intake");
    await takeIn(file);
    await go("notes?dimension=A&polarity=weakens");
    expect(screen.getByText(/Rajattu: Asenteet, heikentää/)).toBeTruthy();
    press("Näytä kaikki");
    await waitFor(() => expect(location.hash).not.toContain("dimension"));
  });
});

describe("folders and what was set aside", () => {
  test("a folder is chosen beside the files, where the browser can", async () => {
    Object.defineProperty(HTMLInputElement.prototype, "webkitdirectory", {
      configurable: true,
      writable: true,
      value: false,
    });
    const file = await handedOver();
    await renderDesk(world.office, "intake");
    expect(screen.getByRole("button", { name: "Valitse kansio" })).toBeTruthy();
    const [, folder] = document.querySelectorAll("input[type=file]");
    expect(folder).toHaveProperty("webkitdirectory", true);
    fireEvent.change(folder ?? document.body, {
      target: { files: [new File([file], "a.kuuluu"), new File(["kirje"], "kirje.txt")] },
    });
    expect(await screen.findByText(/3 kirjausta, uusi tilaisuus/)).toBeTruthy();
    expect(screen.getByText(/ohitettiin yksi tiedosto/)).toBeTruthy();
    Reflect.deleteProperty(HTMLInputElement.prototype, "webkitdirectory");
  });

  test("says what helps, and another try needs no file once the card lives again", async () => {
    const file = await handedOver();
    must(await voidCard(world.desk, world.session));
    const { go } = await renderDesk(world.office, "intake");
    drop(["luovutus.kuuluu", file]);
    fireEvent.click(await screen.findByRole("button", { name: "Pane sivuun" }));
    expect(await screen.findByText(/2 lähetystä: kortti on mitätöity/)).toBeTruthy();
    press("Yritä uudelleen");
    expect(await screen.findByText(/2 sivuun pantua lähetystä ei vieläkään aukea/)).toBeTruthy();
    press("Sulje");
    const way = await screen.findByRole("link", { name: "Avaa tilaisuudet" });
    await go(way.getAttribute("href") ?? "");

    press("Kortti: Asukasilta, ryhmä 2");
    fireEvent.click(screen.getByRole("menuitem", { name: "Ota kortti takaisin käyttöön" }));
    await screen.findByText("suunniteltu");
    await go("#/desk/intake");
    fireEvent.click(await screen.findByRole("button", { name: "Yritä uudelleen" }));
    fireEvent.click(await screen.findByRole("button", { name: "Tuo" }));
    expect(await screen.findByText("Tuotu")).toBeTruthy();
    expect(await released()).toHaveLength(3);
  });
});
