// T opens the whole thread of what has the focus: of the nearest thing that says which it is, or of the page's own while its
// heading has the focus. Nowhere else, and never while typing, so that a single key surprises nobody (WCAG 2.1.4).
import { useEffect } from "preact/hooks";

/** `measure/<id>`, `note/<session>.<noteId>`: spread over the element that holds the thing. */
export const threadMark = (kind: string, id: string) => ({ "data-thread": `${kind}/${id}` });
/** Over the whole page of one thing. */
export const threadPageMark = (kind: string, id: string) => ({
  "data-thread-page": `${kind}/${id}`,
});

export const toThreadAddress = (kind: string, id: string): string => `#/desk/thread/${kind}/${id}`;

/** On a keyboard of another script the key in the same place. */
const isThreadKey = ({ key, code, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  !ctrlKey &&
  !metaKey &&
  !altKey &&
  (key.toLowerCase() === "t" || (!/^[a-z]$/i.test(key) && code === "KeyT"));

const typing = "input, textarea, select, [contenteditable]";

/** The thread to open, as in its address. */
export const threadUnder = (target: EventTarget | null): string | undefined => {
  if (!(target instanceof Element) || target.closest(typing)) return undefined;
  const own = target.closest("[data-thread]")?.getAttribute("data-thread");
  const page = target.matches("h1")
    ? target.closest("[data-thread-page]")?.getAttribute("data-thread-page")
    : undefined;
  return own ?? page ?? undefined;
};

/** Once for the whole desk. */
export const useThreadKey = (): void =>
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const thread = isThreadKey(event) ? threadUnder(event.target) : undefined;
      if (thread === undefined || event.defaultPrevented || event.repeat) return;
      event.preventDefault();
      location.hash = `#/desk/thread/${thread}`;
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
