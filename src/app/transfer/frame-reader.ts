// Gathers the codes that a camera sees until a whole transfer is there. Whatever else is in sight changes nothing.
import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { Bytes } from "../../base/bytes.ts";
import { createFrameCollector } from "../../sync/qr-frames.ts";
import type { AppDeps } from "../deps.ts";

export type Reading =
  | { readonly at: "looking" }
  | { readonly at: "reading"; readonly known: number; readonly needed: number }
  | { readonly at: "whole"; readonly size: number };
export type FrameProblem = { readonly type: "frame-newer" | "frames-mismatch" };

export interface FrameReader {
  readonly reading: ReadonlySignal<Reading>;
  readonly problem: ReadonlySignal<FrameProblem | undefined>;
  /** A code that is no part of any transfer is in sight. */
  readonly isForeign: ReadonlySignal<boolean>;
  /** Full quarters of the way, for those who listen: told no oftener than that. */
  readonly quarters: ReadonlySignal<number>;
  readonly take: (code: Bytes) => Promise<"more" | "enough">;
}

/** `onWhole` gets the very bytes that the other device's file would hold, once. */
export const createFrameReader = (
  { crypto }: Pick<AppDeps, "crypto">,
  onWhole: (bytes: Bytes) => void,
): FrameReader => {
  const collector = createFrameCollector(crypto.digest);
  const reading = signal<Reading>({ at: "looking" });
  const problem = signal<FrameProblem>();
  const isForeign = signal(false);
  return {
    reading,
    problem,
    isForeign,
    quarters: computed(() => {
      const now = reading.value;
      if (now.at === "looking") return 0;
      return now.at === "whole" ? 4 : Math.floor((4 * now.known) / now.needed);
    }),
    take: async (code) => {
      if (reading.peek().at === "whole") return "enough";
      const answer = await collector.add(code);
      isForeign.value = answer.type === "foreign";
      switch (answer.type) {
        case "foreign":
          return "more";
        case "frame-newer":
          problem.value = { type: "frame-newer" };
          return "more";
        case "frames-mismatch":
          problem.value = { type: "frames-mismatch" };
          reading.value = { at: "looking" };
          return "more";
        case "part":
          problem.value = undefined;
          reading.value = { at: "reading", known: answer.known, needed: answer.needed };
          return "more";
        case "whole":
          problem.value = undefined;
          reading.value = { at: "whole", size: answer.bytes.length };
          onWhole(answer.bytes);
          return "enough";
      }
    },
  };
};
