// The notes so far, the newest at the bottom and in sight. Only the last ones are drawn until more are asked for.
import { useSignal } from "@preact/signals";
import { useCallback, useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { EntityId } from "../../domain/schema.ts";
import { Button } from "../../ui/button.tsx";
import { useT } from "../../ui/use-texts.ts";
import { useCapture } from "./capture-context.ts";
import { LogRow } from "./log-row.tsx";

const firstShown = 60;
const moreShown = 120;
/** This near the bottom the log follows new notes; further up the scribe is reading. */
const followPx = 80;

/** Keeps the newest note in sight, also when the keyboard makes the log smaller. */
const useFollow = (newest: unknown) => {
  const scroller = useRef<HTMLElement>(null);
  const isFollowing = useRef(true);
  const follow = useCallback(() => {
    const element = scroller.current;
    if (element && isFollowing.current) element.scrollTop = element.scrollHeight;
  }, []);
  useLayoutEffect(() => {
    if (newest !== undefined) follow();
  }, [newest, follow]);
  useEffect(() => {
    if (!scroller.current || !("ResizeObserver" in window)) return undefined;
    const observer = new ResizeObserver(follow);
    observer.observe(scroller.current);
    for (const child of scroller.current.children) observer.observe(child); // Rows grow when fonts arrive.
    return () => observer.disconnect();
  }, [follow]);
  const onScroll = () => {
    const element = scroller.current;
    if (!element) return;
    isFollowing.current =
      element.scrollHeight - element.scrollTop - element.clientHeight < followPx;
  };
  return { scroller, onScroll };
};

export const CaptureLog = () => {
  const { model } = useCapture();
  const t = useT("scribe");
  const shown = useSignal(firstShown);
  const openRow = useSignal<EntityId | undefined>(undefined);
  const notes = model.log.notes.value;
  const { scroller, onScroll } = useFollow(notes.at(-1));
  const toggle = useCallback(
    (noteId: EntityId) => {
      openRow.value = openRow.value === noteId ? undefined : noteId;
    },
    [openRow],
  );
  const hidden = Math.max(0, notes.length - shown.value);
  const editedId = model.editing.value?.noteId;
  const open = openRow.value;

  const showEarlier = () => {
    const element = scroller.current;
    const fromBottom = element ? element.scrollHeight - element.scrollTop : 0;
    shown.value += moreShown;
    // The rows in sight stay where they are; the earlier ones grow upwards.
    requestAnimationFrame(() => {
      if (element) element.scrollTop = element.scrollHeight - fromBottom;
    });
  };

  return (
    <section
      ref={scroller}
      class="capture-log"
      aria-label={t("log.label")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
      onScroll={onScroll}
    >
      {hidden > 0 && (
        <Button kind="quiet" onClick={showEarlier}>
          {t("log.earlier", { count: hidden })}
        </Button>
      )}
      {notes.length === 0 && model.log.state.value !== "loading" && (
        <div class="log-empty">
          <p>{t("log.empty")}</p>
          <p class="muted">{t("log.emptyHint")}</p>
        </div>
      )}
      <ol class="log-rows">
        {notes.slice(hidden).map((note) => (
          <LogRow
            key={note.noteId}
            note={note}
            isOpen={note.noteId === open}
            isEdited={note.noteId === editedId}
            onToggle={toggle}
          />
        ))}
      </ol>
    </section>
  );
};
