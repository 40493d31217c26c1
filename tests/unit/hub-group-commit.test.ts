// What arrives while a commit runs shares the next one, and nobody pays for a neighbour.
import { expect, test } from "vitest";
import { createGroupCommit } from "../../src/hub/group-commit.ts";

const item = (name: string, size = 1) => ({ name, bytes: new Uint8Array(size) });

/** Remembers what was committed together; a commit with the name "bad" in it fails as a whole. */
const openCommits = () => {
  const commits: string[] = [];
  const join = createGroupCommit(
    ({ name }: { readonly name: string }) => name.slice(0, 1),
    async (items: readonly { readonly name: string; readonly bytes: Uint8Array }[]) => {
      commits.push(items.map(({ name }) => name).join(" "));
      if (items.some(({ name }) => name === "bad")) throw new Error("no room");
      return items.map(({ name }) => `${name} is kept`);
    },
  );
  return { commits, join };
};

test("commits together what comes together, each lane by itself, and answers each its own", async () => {
  const { commits, join } = openCommits();
  const answers = await Promise.all(["a1", "b1", "a2"].map((name) => join(item(name))));
  expect(answers).toEqual(["a1 is kept", "b1 is kept", "a2 is kept"]);
  expect(commits).toEqual(["a1 a2", "b1"]);
});

test("tries each alone when a commit of several fails, and tells the failing one alone", async () => {
  const { commits, join } = openCommits();
  const answers = await Promise.allSettled(["b1", "bad", "b2"].map((name) => join(item(name))));
  expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(commits).toEqual(["b1 bad b2", "b1", "bad", "b2"]);
  expect(await join(item("b3"))).toBe("b3 is kept");
});

test("holds no more in one commit than some bytes and some puts, but always one", async () => {
  const { commits, join } = openCommits();
  const sizes = [3_000_000, 1_000_000, 1_000_000, 9_000_000, 1];
  await Promise.all(sizes.map((size, at) => join(item(`a${at}`, size))));
  expect(commits).toEqual(["a0 a1", "a2", "a3", "a4"]);
  await Promise.all(Array.from({ length: 40 }, (_, at) => join(item(`c${at}`))));
  expect(commits.slice(4).map((names) => names.split(" ").length)).toEqual([32, 8]);
});
