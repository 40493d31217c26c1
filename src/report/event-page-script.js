// Runs in the page for the meeting room and nowhere else: no module, no library, nothing fetched. It turns the slides, and
// keeps the commitments typed there: in the browser's own storage at once where it lets a page have some, in a file when asked.
(() => {
  const pack = JSON.parse(document.getElementById("pack").textContent);
  const { words } = pack;
  const root = document.documentElement;
  const show = document.querySelector(".show");
  const storageKey = `kuuluu-commitments-${pack.event}`;
  const maxTyped = 200;

  // Every text is set as text; no markup is ever made from one.
  const make = (tag, attributes, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name === "onclick") element.addEventListener("click", value);
      else if (value !== undefined) element.setAttribute(name, value);
    }
    element.append(...children);
    return element;
  };
  const button = (text, onclick, attributes = {}) =>
    make("button", { type: "button", onclick, ...attributes }, text);

  const isText = (value, limit) =>
    typeof value === "string" && value !== "" && value.length <= limit;
  const isTyped = (each) =>
    typeof each === "object" &&
    each !== null &&
    /^[0-9a-f]{32}$/.test(String(each.id)) &&
    isText(each.promise, 2000);
  const readKept = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(storageKey) || "[]");
      const isList = Array.isArray(kept.typed);
      return {
        works: true,
        typed: isList ? kept.typed.filter(isTyped) : [],
        isSaved: isList ? kept.isSaved === true : true,
      };
    } catch {
      return { works: false, typed: [], isSaved: true }; // The browser lets a page from a file keep nothing.
    }
  };
  const before = readKept();
  let typed = before.typed;
  let isSaved = before.isSaved;
  let isKept = before.works;
  let editing;
  let removed;
  const keep = () => {
    try {
      if (typed.length === 0) localStorage.removeItem(storageKey);
      else localStorage.setItem(storageKey, JSON.stringify({ typed, isSaved }));
      isKept = true;
    } catch {
      isKept = false; // Said under the list, so that the file is saved at once.
    }
  };

  const field = (name, control, isWhole) =>
    make("label", isWhole ? { class: "whole" } : {}, make("span", {}, words[name]), control);
  const finding = make(
    "select",
    { name: "finding" },
    make("option", { value: "" }, words.noFinding),
    ...pack.findings.map(({ id, text, lang }) => make("option", { value: id, lang }, text)),
  );
  const promise = make("textarea", { name: "promise", rows: "2", maxlength: "2000", dir: "auto" });
  const unit = make("input", { name: "unit", maxlength: "200", autocomplete: "off", dir: "auto" });
  const dueOn = make("input", { name: "dueOn", type: "date" });
  const firstFollowUpOn = make("input", { name: "firstFollowUpOn", type: "date" });
  const problem = make("p", { class: "problem whole", role: "alert" });
  const submit = make("button", { type: "submit", class: "main" }, words.add);
  const form = make(
    "form",
    { novalidate: "" },
    field("finding", finding, true),
    field("promise", promise, true),
    field("unit", unit),
    field("dueOn", dueOn),
    field("firstFollowUpOn", firstFollowUpOn),
    problem,
    make("div", { class: "buttons whole" }, submit),
  );
  const list = make("ol", { class: "typed" });
  const state = make("p", { class: "state", role: "status" });
  const undo = make("div", { class: "buttons", role: "status" });
  const saveButton = button(words.save, () => save());
  const clearButton = button(words.clear, () => {
    if (!isSaved) return;
    const was = typed;
    typed = [];
    change({ saved: true, was });
  });
  const typing = make(
    "section",
    { class: "typing", "aria-labelledby": "typing-title" },
    make("h1", { id: "typing-title", tabindex: "-1" }, words.title),
    list,
    undo,
    make("div", { class: "buttons" }, saveButton, clearButton),
    state,
    form,
  );
  show.append(typing);

  const day = (value) => new Date(`${value}T12:00:00`).toLocaleDateString(pack.lang);
  const draw = () => {
    list.replaceChildren(
      ...typed.map((each, at) => {
        const about = pack.findings.find(({ id }) => id === each.finding);
        const facts = [
          each.unit && `${words.unit}: ${each.unit}`,
          each.dueOn && `${words.dueOn}: ${day(each.dueOn)}`,
          each.firstFollowUpOn && `${words.firstFollowUpOn}: ${day(each.firstFollowUpOn)}`,
          each.readAloud && words.isReadAloud,
        ].filter(Boolean);
        const nameOf = (word) => `${word}: ${each.promise}`;
        return make(
          "li",
          {},
          ...(about
            ? [make("p", { class: "facts", lang: about.lang, dir: "auto" }, about.text)]
            : []),
          make("p", { class: "promise", dir: "auto" }, `${at + 1}. ${each.promise}`),
          make("p", { class: "facts" }, facts.join(" · ")),
          make(
            "div",
            { class: "buttons" },
            button(
              words.readAloud,
              () => {
                typed = typed.map((one) =>
                  one === each ? { ...one, readAloud: one.readAloud ? undefined : true } : one,
                );
                change();
              },
              {
                "aria-pressed": String(each.readAloud === true),
                "aria-label": nameOf(words.readAloud),
              },
            ),
            button(words.edit, () => startEditing(each), { "aria-label": nameOf(words.edit) }),
            button(
              words.remove,
              () => {
                const was = typed;
                typed = typed.filter((one) => one !== each);
                change({ was });
              },
              { "aria-label": nameOf(words.remove) },
            ),
          ),
        );
      }),
    );
    typing.classList.toggle("filled", typed.length > 0);
    undo.replaceChildren(
      ...(removed
        ? [
            make("span", {}, words.removed),
            button(words.undo, () => {
              typed = removed;
              change();
            }),
          ]
        : []),
    );
    submit.textContent = editing ? words.keep : words.add;
    clearButton.disabled = !isSaved || typed.length === 0;
    saveButton.disabled = typed.length === 0;
    state.textContent = [
      typed.length === 0 ? words.none : isKept ? words.kept : words.notKept,
      typed.length === 0 ? "" : isSaved ? words.saved : words.unsaved,
    ]
      .filter(Boolean)
      .join(" ");
  };
  /** `was`: the list before, offered once to be taken back. */
  const change = ({ saved = false, was } = {}) => {
    removed = was;
    isSaved = saved;
    keep();
    draw();
  };

  const startEditing = (each) => {
    editing = each.id;
    finding.value = each.finding || "";
    promise.value = each.promise;
    unit.value = each.unit || "";
    dueOn.value = each.dueOn || "";
    firstFollowUpOn.value = each.firstFollowUpOn || "";
    draw();
    promise.focus();
  };
  const newId = () =>
    [...crypto.getRandomValues(new Uint8Array(16))]
      .map((byte) => byte.toString(16).padStart(2, "0"))
      .join("");
  const wellFormed = (text) => text.replace(/\p{Surrogate}|\0/gu, "").trim();
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const said = wellFormed(promise.value);
    problem.textContent =
      said === ""
        ? words.promiseNeeded
        : said.length > 2000
          ? words.tooLong
          : !editing && typed.length >= maxTyped
            ? words.full200
            : "";
    if (problem.textContent) {
      promise.focus();
      return;
    }
    const old = typed.find(({ id }) => id === editing);
    const next = {
      id: old ? old.id : newId(),
      ...(finding.value && { finding: finding.value }),
      promise: said,
      ...(wellFormed(unit.value) && { unit: wellFormed(unit.value) }),
      ...(dueOn.value && { dueOn: dueOn.value }),
      ...(firstFollowUpOn.value && { firstFollowUpOn: firstFollowUpOn.value }),
      // Other words have to be read aloud anew.
      ...(old?.readAloud && old.promise === said && { readAloud: true }),
    };
    typed = old ? typed.map((each) => (each.id === old.id ? next : each)) : [...typed, next];
    editing = undefined;
    form.reset();
    change();
    // What was just typed stands on the screen to be read aloud.
    const written = list.children[typed.indexOf(next)];
    written.scrollIntoView({ block: "start" });
    written.querySelector("button").focus({ preventScroll: true });
  });

  const save = () => {
    const file = {
      format: "kuuluu-commitments",
      version: 1,
      event: pack.event,
      round: pack.round,
      lang: pack.lang,
      savedAt: new Date().toISOString(),
      commitments: typed,
    };
    const url = URL.createObjectURL(
      new Blob([JSON.stringify(file, null, 1)], { type: "application/json" }),
    );
    make("a", { href: url, download: `kuuluu-commitments-${pack.event.slice(0, 8)}.json` }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60000);
    change({ saved: true });
  };
  addEventListener("beforeunload", (event) => {
    const isHalfTyped = promise.value.trim() !== "" || unit.value.trim() !== "";
    if ((typed.length > 0 && !isSaved) || isHalfTyped) event.preventDefault();
  });

  const pages = [...show.querySelectorAll(".slide"), typing];
  const black = make("div", { class: "show-black", hidden: "" });
  const where = make("span", { class: "where", role: "status" });
  let at = 0;
  const toTyping = () => go(pages.length - 1);
  const go = (to) => {
    at = Math.min(pages.length - 1, Math.max(0, to));
    for (const [index, page] of pages.entries()) page.classList.toggle("now", index === at);
    where.textContent = words.where
      .replace("{at}", String(at + 1))
      .replace("{of}", String(pages.length));
    scrollTo(0, 0);
    pages[at].querySelector("h1").focus({ preventScroll: true });
  };
  const toggleBlack = () => {
    black.hidden = !black.hidden;
  };
  const toggleFull = () => {
    // A browser that refuses leaves the window as it is, which is seen.
    if (document.fullscreenElement) document.exitFullscreen().catch(() => undefined);
    else if (root.requestFullscreen) root.requestFullscreen().catch(() => undefined);
  };
  const moves = {
    next: () => go(at + 1),
    back: () => go(at - 1),
    first: () => go(0),
    last: () => go(pages.length - 1),
    black: toggleBlack,
    full: toggleFull,
  };
  addEventListener("keydown", (event) => {
    const on = event.target instanceof Element ? event.target : undefined;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Escape") black.hidden = true;
    const isClicker = event.key === "PageDown" || event.key === "PageUp";
    if (on?.closest("input, textarea, select")) return;
    if (on?.closest("button") && (event.key === " " || event.key === "Enter")) return;
    if (at === pages.length - 1 && !isClicker && /^(Arrow|Home|End)/.test(event.key)) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const turned = pack.isRightToLeft
      ? { ArrowRight: "back", ArrowLeft: "next" }[key] || pack.keys[key]
      : pack.keys[key];
    if (!turned || !Object.hasOwn(moves, turned)) return;
    event.preventDefault();
    // The first press on a black screen only brings the slide back.
    if (!black.hidden && turned !== "full") toggleBlack();
    else moves[turned]();
  });
  black.addEventListener("click", toggleBlack);
  document.body.append(
    make(
      "nav",
      { class: "controls", "aria-label": words.keys },
      button("‹", moves.back, { "aria-label": words.back }),
      button("›", moves.next, { "aria-label": words.next }),
      where,
      button(words.typeHere, toTyping),
      button(words.theme, () => {
        root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
      }),
      button(words.full, toggleFull),
    ),
    black,
  );
  root.classList.add("live");
  draw();
  go(0);
})();
