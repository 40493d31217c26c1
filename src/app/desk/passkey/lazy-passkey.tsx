// The passkey's parts come with their words when they are first drawn: most desks never have one.
import { createLazyScreen } from "../../shell/lazy-screen.tsx";

export const PasskeySection = createLazyScreen({
  load: async () => (await import("./passkey-part.tsx")).PasskeySection,
  namespaces: ["passkey"],
});
export const PasskeyOpen = createLazyScreen({
  load: async () => (await import("./passkey-part.tsx")).PasskeyOpen,
  namespaces: ["passkey"],
});
