// How much of the window is the live screen's: what the on-screen keyboard leaves free, less what stands above (the
// practice banner, the offer of a new version). Nothing is covered, and the page itself never scrolls.
import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";
import { followViewport } from "../shell/viewport.ts";

export const useRoom = (shell: RefObject<HTMLElement | null>): void => {
  useEffect(() => {
    const element = shell.current;
    const stop = followViewport(window);
    if (!element || !("ResizeObserver" in window)) return stop;
    const measure = () => element.style.setProperty("--above", `${element.offsetTop}px`);
    // What appears above makes the body higher for a moment.
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    measure();
    return () => {
      observer.disconnect();
      stop();
    };
  }, [shell]);
};
