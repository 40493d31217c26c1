// Over the real locks and channels, which Node has as browsers do: a name of its own for each test.
import { afterEach, expect, test, vi } from "vitest";
import { createHoldWriting, type Holder, type WritingHold } from "../../src/app/writing-hold.ts";

const opened: WritingHold[] = [];
afterEach(() => {
  for (const hold of opened.splice(0)) hold.release();
});

let boxes = 0;
const newBox = () => {
  boxes += 1;
  return `box-${process.pid}-${boxes}`;
};

const openWindow = (box: string, holder: Partial<Holder> = {}) => {
  const due: (() => void)[] = [];
  const holdWriting = createHoldWriting({
    locks: navigator.locks,
    prefix: "test",
    openChannel: (name) => new BroadcastChannel(name),
    after: (_delayMs, work) => {
      due.push(work);
      return () => undefined;
    },
  });
  const hold = holdWriting(box, { letGo: async () => true, onTaken: () => undefined, ...holder });
  opened.push(hold);
  const until = (state: WritingHold["state"]["value"]) =>
    vi.waitFor(() => expect(hold.state.value).toBe(state));
  const losePatience = () => {
    for (const work of due.splice(0)) work();
  };
  return { ...hold, until, losePatience };
};

test("the first window writes, the second reads, another box is free", async () => {
  const box = newBox();
  const first = openWindow(box);
  await first.until("held");
  const second = openWindow(box);
  await second.until("elsewhere");
  await openWindow(newBox()).until("held");
  expect(first.state.value).toBe("held");
});

test("the writing moves only after the other window has saved", async () => {
  const box = newBox();
  const saving = Promise.withResolvers<boolean>();
  const letGo = vi.fn(() => saving.promise);
  const first = openWindow(box, { letGo });
  await first.until("held");
  const second = openWindow(box);
  await second.until("elsewhere");

  second.take();
  await vi.waitFor(() => expect(letGo).toHaveBeenCalledTimes(1));
  expect([first.state.value, second.state.value]).toEqual(["held", "moving"]);
  saving.resolve(true);
  await second.until("held");
  expect(first.state.value).toBe("elsewhere");
});

test("a window that cannot save keeps the writing, and the other is told", async () => {
  const box = newBox();
  const onTaken = vi.fn();
  const first = openWindow(box, { letGo: async () => false, onTaken });
  await first.until("held");
  const second = openWindow(box);
  await second.until("elsewhere");
  second.take();
  await second.until("refused");
  second.losePatience();
  expect([first.state.value, second.state.value]).toEqual(["held", "refused"]);
  expect(onTaken).not.toHaveBeenCalled();
});

test("a window that does not answer loses the writing, and hears of it when it wakes", async () => {
  const box = newBox();
  const onTaken = vi.fn();
  const first = openWindow(box, { letGo: () => new Promise(() => undefined), onTaken });
  await first.until("held");
  const second = openWindow(box);
  await second.until("elsewhere");
  second.take();
  await second.until("moving");
  second.losePatience();
  await second.until("held");
  await first.until("elsewhere");
  expect(onTaken).toHaveBeenCalledTimes(1);
});

test("a closed window leaves the writing to whoever asks next", async () => {
  const box = newBox();
  const first = openWindow(box);
  await first.until("held");
  const second = openWindow(box);
  await second.until("elsewhere");
  first.release();
  second.take();
  await second.until("held");
});

test("the writing goes back and forth", async () => {
  const box = newBox();
  const [first, second] = [openWindow(box), openWindow(box)];
  await first.until("held");
  await second.until("elsewhere");
  second.take();
  await second.until("held");
  first.take();
  await first.until("held");
  await second.until("elsewhere");
});
