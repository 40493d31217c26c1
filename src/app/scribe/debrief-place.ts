// Where the debrief stands on this device: which notes were left without a dimension on purpose, when its clock began,
// whether single keys act. No word of a note; a small sealed row beside the drafts.
import { signal } from "@preact/signals";
import { EntityId, Instant, z } from "../../domain/schema.ts";
import type { DraftStore } from "../../storage/ports.ts";
import type { Enqueue } from "./work-queue.ts";

const rowKey = "debrief/place";
const Place = z.readonly(
  z.strictObject({
    left: z.readonly(z.array(EntityId)),
    begunAt: z.optional(Instant),
    keysOff: z.optional(z.literal(true)),
  }),
);
export type Place = z.infer<typeof Place>;

export type DebriefPlace = ReturnType<typeof createDebriefPlace>;

export const createDebriefPlace = (store: DraftStore, enqueue: Enqueue) => {
  const place = signal<Place>({ left: [] });
  return {
    place,
    restore: async () => {
      const row = await store.read(rowKey);
      const kept = Place.safeParse(row.ok ? row.value : undefined);
      if (kept.success) place.value = kept.data;
    },
    /** A row that the disk refuses holds for as long as the screen stands: nothing said is in it. */
    change: (part: Partial<Place>) => {
      place.value = { ...place.value, ...part };
      void enqueue(() => store.write(rowKey, place.value));
    },
  };
};
