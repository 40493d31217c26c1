// What every draft store promises, whatever it stands on.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { boxA, boxB, type CreateWorld } from "./box-worlds.ts";

export const draftStoreContract = (world: string, create: CreateWorld) =>
  describe(`a draft store (${world})`, () => {
    const open = async () => {
      const made = await create();
      return { ...made, ...made.openBox(boxA) };
    };

    test("gives back the last text of each place, whatever was typed", async () => {
      const { drafts } = await open();
      const text = fc.string({ unit: "binary" });
      await fc.assert(
        fc.asyncProperty(fc.string(), text, text, async (key, first, last) => {
          await drafts.write(key, { text: first, tags: ["a"] });
          await drafts.write(key, { text: last, tags: [] });
          expect(await drafts.read(key)).toEqual({ ok: true, value: { text: last, tags: [] } });
        }),
        { numRuns: 25 },
      );
    });

    test("has nothing where nothing was typed, or where it was removed", async () => {
      const { drafts } = await open();
      expect(await drafts.read("note")).toEqual({ ok: true, value: undefined });
      await drafts.write("note", { text: "x" });
      await drafts.remove("note");
      await drafts.remove("note");
      expect(await drafts.read("note")).toEqual({ ok: true, value: undefined });
    });

    test("keeps boxes apart", async () => {
      const { drafts, openBox } = await open();
      await drafts.write("note", { text: "x" });
      expect(await openBox(boxB).drafts.read("note")).toEqual({ ok: true, value: undefined });
    });

    test("keeps the earlier draft when a write fails, and says so", async () => {
      const { drafts, fillDisk, breakDisk } = await open();
      await drafts.write("note", { text: "x" });
      fillDisk();
      const full = await drafts.write("note", { text: "y" });
      expect(full).toEqual({ ok: false, error: { type: "store-full" } });
      breakDisk();
      const broken = await drafts.write("note", { text: "y" });
      expect(broken).toMatchObject({ ok: false, error: { type: "store-failed" } });
      expect(await drafts.read("note")).toEqual({ ok: true, value: { text: "x" } });
    });
  });
