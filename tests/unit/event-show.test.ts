// The two windows of a show, each reloaded or closed as it happens; and what fits on a slide.
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { createPresenterModel } from "../../src/app/show/presenter-model.ts";
import { createProjectorModel } from "../../src/app/show/projector-model.ts";
import type { OpenShowChannel, ShowMessage } from "../../src/app/show/show-channel.ts";
import {
  moved,
  moveOf,
  type Slide,
  type SlideLine,
  sizeFor,
  toSlides,
} from "../../src/report/slides.ts";
import { hostileTexts } from "../fixtures/report.ts";

/** As a BroadcastChannel: everybody but the sender hears it. Here at once, so that a test reads in order. */
const createAir = (): OpenShowChannel => {
  const open = new Set<{
    readonly eventId: string;
    readonly listen: (heard: ShowMessage) => void;
  }>();
  return (eventId, listen) => {
    const own = { eventId, listen };
    open.add(own);
    return {
      send: (message) => {
        for (const other of [...open]) {
          if (other !== own && other.eventId === eventId) other.listen(structuredClone(message));
        }
      },
      close: () => open.delete(own),
    };
  };
};

const slide = (id: string): Slide => ({
  ...{ id, kind: "finding", title: { text: id, lang: "fi" }, dimension: 1, size: 64 },
  lines: [{ kind: "statement", said: { text: id, lang: "fi" } }],
});
const deck = (...ids: readonly string[]) => ({
  lang: "fi",
  name: "Tilaisuus",
  slides: ids.map(slide),
});

let air: OpenShowChannel;
let nowMs: number;
const now = () => nowMs;
beforeEach(() => {
  air = createAir();
  nowMs = 1_000_000;
});

describe("the two windows", () => {
  test("turn together, whichever of them the key was pressed in", () => {
    const presenter = createPresenterModel(air, "e", now);
    presenter.set(deck("a", "b", "c"));
    const projector = createProjectorModel(air, "e");
    expect(presenter.isSeen.value).toBe(true);
    expect(projector.slide.value?.id).toBe("a");
    presenter.move("next");
    expect(projector.slide.value?.id).toBe("b");
    projector.move("next");
    expect(presenter.slide.value?.id).toBe("c");
    expect(presenter.next.value).toBeUndefined();
    projector.move("next");
    expect(presenter.slide.value?.id).toBe("c");
    presenter.move("first");
    expect(projector.slide.value?.id).toBe("a");
  });

  test("a black screen is lifted by the next press, which turns nothing", () => {
    const presenter = createPresenterModel(air, "e", now);
    presenter.set(deck("a", "b"));
    const projector = createProjectorModel(air, "e");
    projector.move("black");
    expect(presenter.isBlack.value).toBe(true);
    projector.move("next");
    expect([projector.state.value?.isBlack, projector.slide.value?.id]).toEqual([false, "a"]);
  });

  test("the wall goes on when the laptop's window is gone, and tells a new one where it is", () => {
    const first = createPresenterModel(air, "e", now);
    first.set(deck("a", "b", "c"));
    const projector = createProjectorModel(air, "e");
    first.stop();
    projector.move("next");
    projector.move("next");
    const second = createPresenterModel(air, "e", now);
    second.set(deck("a", "b", "c"));
    expect(second.slide.value?.id).toBe("c");
    expect(projector.slide.value?.id).toBe("c");
  });

  test("a slide that comes in between moves nothing on the wall; a closed wall is known to be gone", () => {
    const presenter = createPresenterModel(air, "e", now);
    presenter.set(deck("a", "b"));
    const projector = createProjectorModel(air, "e");
    presenter.move("next");
    presenter.set(deck("a", "new", "b"));
    expect(projector.slide.value?.id).toBe("b");
    projector.stop();
    expect(presenter.isSeen.value).toBe(false);
  });

  test("what is shown before it has been read back comes on the wall as soon as it is there", () => {
    const presenter = createPresenterModel(air, "e", now);
    presenter.set(deck("a"));
    const projector = createProjectorModel(air, "e");
    presenter.move("black");
    presenter.goTo("promise");
    expect(projector.slide.value?.id).toBe("a");
    presenter.set(deck("a", "promise"));
    expect(projector.slide.value?.id).toBe("promise");
    expect(projector.state.value?.isBlack).toBe(false);
  });

  test("hear nothing of another event", () => {
    createPresenterModel(air, "e", now).set(deck("a"));
    expect(createProjectorModel(air, "other").state.value).toBeUndefined();
  });

  test("count a stage's time from when it was begun", () => {
    const presenter = createPresenterModel(air, "e", now);
    expect(presenter.elapsed.value).toBeUndefined();
    presenter.begin("ideas");
    nowMs += 65_500;
    presenter.tick();
    expect([presenter.stage.value, presenter.elapsed.value]).toEqual(["ideas", 65]);
  });
});

describe("keys", () => {
  test.each([
    ["PageDown", "next"],
    [" ", "next"],
    ["ArrowRight", "next"],
    ["PageUp", "back"],
    ["B", "black"],
    ["f", "full"],
    ["x", undefined],
  ])("%s means %s", (key, move) => {
    expect(moveOf(key, false)).toBe(move);
  });
  test("arrows follow the direction of reading, a clicker's keys do not", () => {
    expect([moveOf("ArrowLeft", true), moveOf("PageDown", true)]).toEqual(["next", "next"]);
  });
  test("never leave the slides", () => {
    expect([
      moved(0, "back", 3),
      moved(2, "next", 3),
      moved(0, "last", 3),
      moved(0, "next", 0),
    ]).toEqual([0, 2, 2, 0]);
  });
});

const paged = (text: string) =>
  toSlides({
    ...{ id: "x", kind: "finding", title: { text: "T", lang: "fi" }, dimension: 0 },
    lines: [
      { kind: "statement", said: { text, lang: "fi" } },
      { kind: "under", said: { text: "Kuultu useassa tilaisuudessa.", lang: "fi" } },
    ],
  });
const spokenOf = (slides: readonly Slide[]) =>
  slides
    .flatMap(({ lines }) => lines)
    .filter((line): line is Extract<SlideLine, { kind: "statement" }> => line.kind === "statement")
    .map(({ said }) => said.text);

describe("what fits on a slide", () => {
  test("is as large as it can be, and smaller before it is cut", () => {
    const sizes = [40, 160, 320, 620].map((length) => paged("sana ".repeat(length / 5))[0]?.size);
    expect(sizes).toEqual(sizes.toSorted((a, b) => Number(b) - Number(a)));
    expect(sizes[0]).toBe(64);
  });

  test("goes on over several slides when it must, without losing or repeating a word", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }), { maxLength: 300 }),
        (words) => {
          const text = words.join(" ").trim() || "a";
          const slides = paged(text);
          const bare = (value: string) => value.replace(/\s/g, "");
          expect(bare(spokenOf(slides).join(""))).toBe(bare(text));
          for (const { lines, size } of slides) {
            expect(sizeFor(lines, size)).toBe(size);
            expect(size).toBeGreaterThanOrEqual(32);
          }
        },
      ),
    );
  });

  test.each(hostileTexts)("takes %j", (text) => {
    expect(spokenOf(paged(text)).join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
  });
});
