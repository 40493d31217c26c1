// Words for those who listen to the screen. Two live regions stand in the shell from the start: a region added
// together with its text is not read.
import { type ReadonlySignal, signal } from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";

export type Announcer = {
  readonly polite: ReadonlySignal<string>;
  readonly assertive: ReadonlySignal<string>;
  /** Says the words once; the same words again are said again. */
  readonly announce: (words: string, urgency?: "polite" | "assertive") => void;
};

export const createAnnouncer = (): Announcer => {
  const polite = signal("");
  const assertive = signal("");
  return {
    polite,
    assertive,
    announce: (words, urgency = "polite") => {
      const region = urgency === "polite" ? polite : assertive;
      // A trailing no-break space makes repeated words a change, which readers need.
      region.value = region.value === words ? `${words}\u00a0` : words;
    },
  };
};

export const AnnouncerContext = createContext<Announcer>(createAnnouncer());
export const useAnnounce = (): Announcer["announce"] => useContext(AnnouncerContext).announce;

export const LiveRegions = () => {
  const { polite, assertive } = useContext(AnnouncerContext);
  return (
    <div class="unseen">
      <div role="status">{polite}</div>
      <div role="alert">{assertive}</div>
    </div>
  );
};
