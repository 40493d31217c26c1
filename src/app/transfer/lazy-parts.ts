// Both sides of a transfer come when they are wanted, with their words: most sessions never need them.
import { createLazyScreen } from "../shell/lazy-screen.tsx";

export const ReadFrames = createLazyScreen({
  load: async () => (await import("./read-part.tsx")).ReadPart,
  namespaces: ["transfer", "errors"],
});
export const ShowFrames = createLazyScreen({
  load: async () => (await import("./frame-show.tsx")).FrameShow,
  namespaces: ["transfer", "errors", "session"],
});
