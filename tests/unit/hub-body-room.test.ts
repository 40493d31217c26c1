// The hub holds so many bytes of bodies at once and no more; the others wait for their turn.
import { expect, test } from "vitest";
import { claimOf, createBodyRoom } from "../../src/hub/body-room.ts";

test("lets in what has room, and the next ones in their order as room is given back", async () => {
  const room = createBodyRoom(10);
  const inside: string[] = [];
  const enter = (name: string, bytes: number) =>
    room.enter(bytes).then((leave) => {
      inside.push(name);
      return leave;
    });
  const [first, second] = [enter("first", 6), enter("second", 6)];
  const third = enter("third", 1);
  const leaveFirst = await first;
  expect(inside).toEqual(["first"]);
  leaveFirst();
  const leaveSecond = await second;
  await third;
  expect(inside).toEqual(["first", "second", "third"]);
  leaveSecond();
});

test("takes what is larger than the room once nobody else is in it", async () => {
  const room = createBodyRoom(10);
  const leave = await room.enter(100);
  leave();
  await expect(room.enter(10)).resolves.toBeTypeOf("function");
});

test("believes a claim only below the limit, and counts one without a number as the largest", () => {
  const claim = (headers: Record<string, string>) =>
    claimOf(new Request("http://hub/", { headers }), 100);
  expect(claim({ "content-length": "7" })).toBe(7);
  for (const odd of ["-7", "1e9", "700", "x"]) expect(claim({ "content-length": odd })).toBe(100);
  expect(claim({})).toBe(100);
});
