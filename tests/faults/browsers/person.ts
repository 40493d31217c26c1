// What a person does in a page, for any engine: presses what has a name, fills what has a label, waits for words. Runs
// in the page, so that three engines need one way.
import type { EngineWindow } from "./engine.ts";

const inPage = `
  const isSeen = (element) => element.checkVisibility() && !element.closest("[inert]");
  const clean = (text) => (text ?? "").replace(/\\s+/g, " ").trim();
  const nameOf = (element) => clean(element.getAttribute("aria-label") ?? element.textContent);
  const all = (selector) => [...document.querySelectorAll(selector)].filter(isSeen);
  const byName = (list, name) =>
    list.find((element) => nameOf(element) === name) ??
    list.find((element) => nameOf(element).startsWith(name));
  const until = async (find, what) => {
    const endMs = Date.now() + 90_000;
    for (;;) {
      const found = find();
      if (found) return found;
      if (Date.now() > endMs)
        throw new Error("not found: " + what + " in: " + clean(document.body.innerText).slice(0, 600));
      await new Promise((done) => setTimeout(done, 40));
    }
  };
  const labelled = (label) => {
    const text = byName(all("label"), label);
    return text?.control ?? byName(all("input, textarea, select"), label);
  };
  const put = (control, value) => {
    const kind = Object.getPrototypeOf(control);
    Object.getOwnPropertyDescriptor(kind, "value").set.call(control, value);
    control.dispatchEvent(new Event("input", { bubbles: true }));
    control.dispatchEvent(new Event("change", { bubbles: true }));
  };
`;

export type Person = {
  /** A button, link or menu item by its name, or by how its name begins. */
  readonly press: (name: string) => Promise<void>;
  readonly fill: (label: string, value: string) => Promise<void>;
  readonly check: (label: string) => Promise<void>;
  /** Waits until these words stand in the page. */
  readonly see: (...words: readonly string[]) => Promise<void>;
  readonly go: (hash: string) => Promise<void>;
  /** Own steps, with the same words at hand: isSeen, all, byName, until, labelled, put. */
  readonly run: <T>(body: string) => Promise<T>;
};

export const personAt = (window: Pick<EngineWindow, "run">): Person => {
  const run = <T>(body: string) => window.run<T>(`${inPage}\n${body}`);
  const say = JSON.stringify;
  return {
    run,
    press: (name) =>
      run(`
        await until(() => !document.querySelector(".busy"), "an end of the waiting");
        const control = await until(
          () => byName(all("button, a, [role=menuitem]").filter((each) => !each.disabled), ${say(name)}),
          ${say(name)});
        control.click();
      `),
    fill: (label, value) =>
      run(`put(await until(() => labelled(${say(label)}), ${say(label)}), ${say(value)})`),
    check: (label) =>
      run(`
        const box = await until(() => labelled(${say(label)}), ${say(label)});
        if (!box.checked) box.click();
      `),
    see: (...words) =>
      run(`
        for (const each of ${say(words)})
          await until(() => clean(document.body.innerText).includes(each), each);
      `),
    go: (hash) => run(`location.hash = ${say(hash)}`),
  };
};
