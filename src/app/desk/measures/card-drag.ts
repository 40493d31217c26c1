// A card follows the pointer into another column: by mouse or pen from anywhere on it, by finger from its grip, since
// elsewhere a finger scrolls. The menu on the card does the same without any of this.
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";

type Held = {
  readonly card: HTMLElement;
  readonly pointer: number;
  readonly x: number;
  readonly y: number;
  readonly scroll: number;
};

/** Less than this is a tap. */
const leastPx = 6;
const edgePx = 56;
const scrollPx = 14;

const columnAt = (x: number, y: number): string | undefined =>
  document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-column]")?.dataset.column;

export const useCardDrag = (onDrop: (measureId: string, column: string) => void) => {
  const over = useSignal<string | undefined>(undefined);
  const held = useRef<Held | undefined>(undefined);
  const isMoving = useRef(false);

  const letGo = () => {
    const card = held.current?.card;
    card?.style.removeProperty("translate");
    card?.classList.remove("card-dragged");
    held.current = undefined;
    isMoving.current = false;
    over.value = undefined;
  };

  const onPointerDown = (event: PointerEvent) => {
    const target = event.target instanceof HTMLElement ? event.target : undefined;
    const card = target?.closest<HTMLElement>("[data-measure]");
    if (!target || !card || event.button !== 0) return;
    if (target.closest("button, textarea, [popover], form")) return;
    if (event.pointerType === "touch" && !target.closest(".card-grip")) return;
    const { pointerId: pointer, clientX: x, clientY: y } = event;
    held.current = { card, pointer, x, y, scroll: window.scrollY };
  };
  const onPointerMove = (event: PointerEvent) => {
    const now = held.current;
    if (!now || event.pointerId !== now.pointer) return;
    const [dx, dy] = [event.clientX - now.x, event.clientY - now.y];
    if (!isMoving.current) {
      if (Math.hypot(dx, dy) < leastPx) return;
      isMoving.current = true;
      now.card.setPointerCapture(now.pointer);
      now.card.classList.add("card-dragged");
    }
    if (event.clientY < edgePx) window.scrollBy(0, -scrollPx);
    if (event.clientY > window.innerHeight - edgePx) window.scrollBy(0, scrollPx);
    now.card.style.translate = `${dx}px ${dy + window.scrollY - now.scroll}px`;
    over.value = columnAt(event.clientX, event.clientY);
  };
  const onPointerUp = (event: PointerEvent) => {
    const now = held.current;
    if (!now || event.pointerId !== now.pointer) return;
    const measureId = now.card.dataset.measure;
    const column = isMoving.current ? columnAt(event.clientX, event.clientY) : undefined;
    if (isMoving.current) {
      // What ends a drag is no click on the link under it.
      const swallow = (click: Event) => click.preventDefault();
      now.card.addEventListener("click", swallow, { capture: true, once: true });
      setTimeout(() => now.card.removeEventListener("click", swallow, { capture: true }));
    }
    letGo();
    if (measureId !== undefined && column !== undefined) onDrop(measureId, column);
  };
  useEffect(() => {
    const giveUp = (event: KeyboardEvent) => {
      if (event.key === "Escape" && isMoving.current) letGo();
    };
    document.addEventListener("keydown", giveUp);
    return () => document.removeEventListener("keydown", giveUp);
  }, []);

  return {
    /** The column under the card. */
    over,
    handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: letGo },
  };
};
