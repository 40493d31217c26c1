import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { addKnownWord, readKnownWords } from "../../src/app/session/known-words.ts";
import { createPrivacyHintsModel } from "../../src/app/session/privacy-hints-model.ts";
import { BoxId } from "../../src/domain/schema.ts";
import { must } from "../fixtures/device.ts";
import { createMemoryBox } from "../fixtures/memory-stores.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A field whose text the model follows, as the dock does. */
const createField = (pauseMs = 700) => {
  let text = "";
  const dismissed: string[] = [];
  const known: readonly string[] = [];
  const model = createPrivacyHintsModel({
    pauseMs,
    onMask: (next) => {
      text = next;
      model.look(text, "fi", known);
    },
    onDismiss: (word) => dismissed.push(word),
  });
  return {
    model,
    dismissed,
    text: () => text,
    type: (next: string) => {
      text = next;
      model.look(text, "fi", known);
    },
    seen: () => model.hints.value.map((hint) => hint.text),
    first: () => {
      const [hint] = model.hints.value;
      if (!hint) throw new Error("nothing was seen");
      return hint;
    },
  };
};
const pause = () => vi.advanceTimersByTime(700);

describe("while writing", () => {
  test("waits for a pause, and begins it anew with every key", () => {
    const field = createField();
    field.type("Soitin Jukalle");
    vi.advanceTimersByTime(600);
    field.type("Soitin Jukalle,");
    vi.advanceTimersByTime(600);
    expect(field.seen()).toEqual([]);
    vi.advanceTimersByTime(100);
    expect(field.seen()).toEqual(["Jukalle"]);
  });

  test("keeps what was seen while more is typed behind it, and drops it when it is changed", () => {
    const field = createField();
    field.type("Soitin Jukalle");
    pause();
    field.type("Soitin Jukalle eilen");
    expect(field.seen()).toEqual(["Jukalle"]);
    field.type("Soitin Jukal");
    expect(field.seen()).toEqual([]);
  });

  test("masks the whole word, also when it has grown since it was seen", () => {
    const field = createField();
    field.type("Soitin Ahmed");
    pause();
    const hint = field.first();
    field.type("Soitin Ahmedille");
    field.model.mask(hint);
    expect(field.text()).toBe("Soitin [nimi]");
    expect(field.seen()).toEqual([]);
  });

  test("gives back what was masked until the text changes", () => {
    const field = createField();
    field.type("Soitin Jukalle");
    pause();
    field.model.mask(field.first());
    expect(field.model.masked.value).toBe("Jukalle");
    field.model.undo();
    expect(field.text()).toBe("Soitin Jukalle");
    pause();
    field.model.mask(field.first());
    field.type("Soitin [nimi] eilen");
    expect(field.model.masked.value).toBeUndefined();
    field.model.undo();
    expect(field.text()).toBe("Soitin [nimi] eilen");
  });

  test("goes quiet at once when the word is said to be no name", () => {
    const field = createField();
    field.type("Kysyttiin Lehtosaarelta");
    pause();
    field.model.dismiss(field.first());
    expect(field.dismissed).toEqual(["Lehtosaarelta"]);
    field.model.look(field.text(), "fi", ["lehtosaarelta"]);
    expect(field.seen()).toEqual([]);
  });
});

test("a text that nobody is typing is looked through at once", () => {
  const field = createField(0);
  field.type("Soitin Jukalle");
  expect(field.seen()).toEqual(["Jukalle"]);
});

describe("words said to be no personal data", () => {
  const createBox = () => createMemoryBox(BoxId.parse("0123456789abcdef0123456789abcdef"));

  test("are remembered in the box, once each, the newest two hundred", async () => {
    const box = createBox();
    expect(must(await readKnownWords(box))).toEqual([]);
    for (let turn = 0; turn < 205; turn += 1) must(await addKnownWord(box, `Sana${turn}`));
    must(await addKnownWord(box, "sana204"));
    const words = must(await readKnownWords(box));
    expect(words).toHaveLength(200);
    expect(words.at(0)).toBe("sana5");
    expect(words.at(-1)).toBe("sana204");
  });

  test("do not stand in the way where their row has a shape that this version does not know", async () => {
    const box = createBox();
    must(await box.drafts.write("known-words", { words: [1], more: true }));
    expect(must(await readKnownWords(box))).toEqual([]);
  });
});
