import { cleanup, fireEvent, screen } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { useAnnounce } from "../../src/ui/announcer.tsx";
import { Button } from "../../src/ui/button.tsx";
import { Chip, ToggleGroup } from "../../src/ui/chip.tsx";
import { CheckList, RadioList } from "../../src/ui/choice.tsx";
import { CodeInput } from "../../src/ui/code-input.tsx";
import { Dialog } from "../../src/ui/dialog.tsx";
import { DimensionMark } from "../../src/ui/dimension-mark.tsx";
import { TextArea, TextField } from "../../src/ui/field.tsx";
import { FileDrop } from "../../src/ui/file-drop.tsx";
import { NoteText } from "../../src/ui/note-text.tsx";
import { PolarityMark } from "../../src/ui/polarity-mark.tsx";
import { Table } from "../../src/ui/table.tsx";
import { UndoBar } from "../../src/ui/undo-bar.tsx";
import { renderWithTexts } from "./render-texts.tsx";

afterEach(cleanup);
const nothing = () => undefined;

test("a chip tells whether it is pressed and toggles on activation", async () => {
  const press = vi.fn();
  await renderWithTexts(
    <ToggleGroup label="Osa-alueet">
      <Chip pressed={false} onPress={press}>
        Asenteet
      </Chip>
    </ToggleGroup>,
  );
  expect(screen.getByRole("group", { name: "Osa-alueet" })).toBeTruthy();
  const chip = screen.getByRole("button", { name: "Asenteet", pressed: false });
  fireEvent.click(chip);
  expect(press).toHaveBeenCalledOnce();
});

test("pressing a chip leaves focus in the field that is being typed in", async () => {
  await renderWithTexts(
    <>
      <TextArea label="Kirjaus" value="" onInput={nothing} />
      <Chip pressed={false} onPress={nothing}>
        Asenteet
      </Chip>
    </>,
  );
  const chip = screen.getByRole("button", { name: "Asenteet" });
  // The browser moves focus in the default action of these two.
  expect(fireEvent.mouseDown(chip)).toBe(false);
  expect(fireEvent.pointerDown(chip)).toBe(false);
});

test("a busy button says what it does, keeps its place in the tab order and does nothing", async () => {
  const click = vi.fn();
  await renderWithTexts(
    <Button busy="Tallennetaan…" onClick={click} type="submit">
      Tallenna
    </Button>,
  );
  const button = screen.getByRole("button", { name: "Tallennetaan…" });
  fireEvent.click(button);
  expect(click).not.toHaveBeenCalled();
  expect(button.getAttribute("aria-disabled")).toBe("true");
  expect(button.hasAttribute("disabled")).toBe(false);
  expect(button.getAttribute("type")).toBe("button");
});

test("a field's hint and error are its description, and it is marked invalid", async () => {
  await renderWithTexts(
    <TextField label="Otsikko" hint="Kortissa" error="Puuttuu" value="" onInput={nothing} />,
  );
  const field = screen.getByRole("textbox", { name: "Otsikko" });
  const described = (field.getAttribute("aria-describedby") ?? "").split(" ");
  const words = described.map((id) => document.getElementById(id)?.textContent).join(" ");
  expect(words).toContain("Kortissa");
  expect(words).toContain("Puuttuu");
  expect(field.getAttribute("aria-invalid")).toBe("true");
});

test("a field is not completed or continued by the browser, and takes its direction from its text", async () => {
  await renderWithTexts(<TextArea label="Kirjaus" value="" onInput={nothing} />);
  const field = screen.getByRole("textbox", { name: "Kirjaus" });
  expect(field.getAttribute("autocomplete")).toBe("off");
  expect(field.getAttribute("writingsuggestions")).toBe("false");
  expect(field.getAttribute("dir")).toBe("auto");
});

test("ticking keeps the order in which things were ticked", async () => {
  const change = vi.fn();
  await renderWithTexts(
    <CheckList
      legend="Kielet"
      values={["sv"]}
      onChange={change}
      options={[
        { value: "fi", label: "suomi" },
        { value: "sv", label: "svenska" },
      ]}
    />,
  );
  fireEvent.click(screen.getByRole("checkbox", { name: "suomi" }));
  expect(change).toHaveBeenCalledWith(["sv", "fi"]);
});

test("nothing is chosen in a list of radios until a person chooses", async () => {
  await renderWithTexts(
    <RadioList
      legend="Kuka"
      value={undefined}
      onChange={nothing}
      options={[{ value: "ngo", label: "Järjestö" }]}
    />,
  );
  const group = screen.getByRole("group", { name: "Kuka" });
  expect(group.querySelectorAll(":checked")).toHaveLength(0);
});

test("a dialog opens as a modal with a name and closes by its own button", async () => {
  const close = vi.fn();
  const view = await renderWithTexts(
    <Dialog title="Poista laitteesta" open={true} onClose={close}>
      <p>Tätä ei voi perua.</p>
    </Dialog>,
  );
  const dialog = screen.getByRole("dialog", { name: "Poista laitteesta" });
  expect((dialog as HTMLDialogElement).open).toBe(true); // The role belongs to this element alone.
  fireEvent.click(screen.getByRole("button", { name: "Sulje" }));
  expect(close).toHaveBeenCalled();
  view.redraw(
    <Dialog title="Poista laitteesta" open={false} onClose={close}>
      <p>Tätä ei voi perua.</p>
    </Dialog>,
  );
  expect(screen.queryByText("Tätä ei voi perua.")).toBeNull();
});

test("a dimension is told by number and word, and its shape is decoration", async () => {
  const { container } = await renderWithTexts(<DimensionMark number={2} word="Turvallisuus" />);
  expect(container.textContent).toContain("2 Turvallisuus");
  expect(container.querySelector("svg")?.getAttribute("aria-hidden")).toBe("true");
});

test("polarity is a word in the language of the interface", async () => {
  await renderWithTexts(<PolarityMark polarity="weakens" />, { language: "sv" });
  expect(screen.getByText(/försvagar/)).toBeTruthy();
});

const typed = "k7pa 3m9x-q2td 8wvw";
test("a whole code is accepted in whatever way it was typed, and handed on in its one form", async () => {
  const complete = vi.fn();
  await renderWithTexts(
    <CodeInput kind="session" label="Koodi" value="" onInput={nothing} onComplete={complete} />,
  );
  fireEvent.input(screen.getByRole("textbox", { name: "Koodi" }), { target: { value: typed } });
  expect(complete).toHaveBeenCalledWith("K7PA3M9XQ2TD8WVW");
});

test("a mistyped code is told at once and never handed on", async () => {
  const complete = vi.fn();
  await renderWithTexts(
    <CodeInput
      kind="session"
      label="Koodi"
      value="K7PA-3M9X-Q2TD-8WVX"
      onInput={nothing}
      onComplete={complete}
    />,
  );
  const field = screen.getByRole("textbox", { name: "Koodi" });
  fireEvent.input(field, { target: { value: "K7PA-3M9X-Q2TD-8WVX" } });
  expect(complete).not.toHaveBeenCalled();
  expect(field.getAttribute("aria-invalid")).toBe("true");
  expect(screen.getByText(/kirjoitusvirhe/)).toBeTruthy();
});

test("a code says how much of it is missing", async () => {
  await renderWithTexts(
    <CodeInput kind="session" label="Koodi" value="K7PA-3M9X" onInput={nothing} />,
  );
  expect(screen.getByText("8 merkkiä puuttuu vielä.")).toBeTruthy();
});

test("the same words announced twice are a change for a screen reader", async () => {
  const Saver = () => {
    const announce = useAnnounce();
    return <Button onClick={() => announce("Tallennettu")}>Tallenna</Button>;
  };
  await renderWithTexts(<Saver />);
  const button = screen.getByRole("button", { name: "Tallenna" });
  const region = screen.getByRole("status");
  fireEvent.click(button);
  const first = region.textContent;
  fireEvent.click(button);
  expect(first).toBe("Tallennettu");
  expect(region.textContent?.trim()).toBe("Tallennettu");
  expect(region.textContent).not.toBe(first);
});

test("files come in by drop, and only one where one is asked for", async () => {
  const take = vi.fn();
  await renderWithTexts(<FileDrop label="Tuo tiedosto" onFiles={take} />);
  const files = [new File(["a"], "a.kuuluu"), new File(["b"], "b.kuuluu")];
  const drop = Object.assign(new Event("drop", { bubbles: true }), { dataTransfer: { files } });
  fireEvent(screen.getByRole("group", { name: "Tuo tiedosto" }), drop);
  expect(take).toHaveBeenCalledWith([files[0]]);
});

test("a note carries its own language and takes its direction from itself", async () => {
  await renderWithTexts(<NoteText text="مكان الحافلات" lang="ar" quote={true} />);
  const note = screen.getByText("مكان الحافلات");
  expect(note.getAttribute("lang")).toBe("ar");
  expect(note.getAttribute("dir")).toBe("auto");
  expect(note.tagName).toBe("BLOCKQUOTE");
});

test("a table has a caption, and the cells that name rows and columns say so", async () => {
  await renderWithTexts(
    <Table
      caption="Kirjaukset"
      rows={[{ group: "nuoret", notes: 12 }]}
      rowKey={(row) => row.group}
      columns={[
        { id: "group", label: "Ryhmä", header: true, cell: (row) => row.group },
        { id: "notes", label: "Kirjauksia", numeric: true, cell: (row) => row.notes },
      ]}
    />,
  );
  expect(screen.getByRole("table", { name: "Kirjaukset" })).toBeTruthy();
  expect(screen.getByRole("rowheader", { name: "nuoret" }).getAttribute("scope")).toBe("row");
  expect(screen.getByRole("columnheader", { name: "Ryhmä" }).getAttribute("scope")).toBe("col");
});

test("undo is offered until something else happens, with no timer", async () => {
  const undo = vi.fn();
  await renderWithTexts(<UndoBar message="Kirjaus poistettu" onUndo={undo} />);
  fireEvent.click(screen.getByRole("button", { name: "Kumoa" }));
  expect(undo).toHaveBeenCalledOnce();
});
