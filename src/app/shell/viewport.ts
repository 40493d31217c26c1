// The room above the on-screen keyboard. Older iPads shrink and shift only the visual viewport, which `dvh` does not
// follow; there the measured size is used.
export type ViewportHost = Pick<Window, "visualViewport" | "innerHeight" | "document">;

/** Keeps `--room-height` and `--room-top` on `<html>` while the two viewports differ; returns how to stop. */
export const followViewport = (host: ViewportHost): (() => void) => {
  const { visualViewport, document } = host;
  const { style } = document.documentElement;
  const forget = () => {
    style.removeProperty("--room-height");
    style.removeProperty("--room-top");
  };
  if (!visualViewport) return forget;
  const measure = () => {
    // A pinch zoom shrinks the viewport too, and must not shrink the page.
    const differs = visualViewport.scale === 1 && host.innerHeight - visualViewport.height > 1;
    if (!differs) return forget();
    style.setProperty("--room-height", `${visualViewport.height}px`);
    style.setProperty("--room-top", `${visualViewport.offsetTop}px`);
  };
  visualViewport.addEventListener("resize", measure);
  visualViewport.addEventListener("scroll", measure);
  measure();
  return () => {
    visualViewport.removeEventListener("resize", measure);
    visualViewport.removeEventListener("scroll", measure);
    forget();
  };
};
