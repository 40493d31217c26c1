// Small harm to good input: bytes as a bad cable or a curious hand would change them, JSON as a clever one would.

import type { Bytes } from "../../../src/base/bytes.ts";
import { concatBytes, toUtf8 } from "../../../src/base/bytes.ts";
import type { Chance } from "../random.ts";

const pieces = [
  ...'{}[]",:\n\0 ',
  ...[
    "__proto__",
    "constructor",
    '"then":1,',
    "1e999",
    "-0",
    "9007199254740993",
    "null",
    "\\ud800",
  ],
  ...["\uFEFF", "../", "age-encryption.org/v1\n", "-> X25519 ", "--- ", "PK\u0003\u0004", "%00"],
].map(toUtf8);

/** One to four changes. The result may by chance be the same bytes again. */
export const mutateBytes = (chance: Chance, given: Bytes): Bytes => {
  let bytes = given;
  for (let left = 1 + chance.below(4); left > 0; left -= 1) bytes = mutateOnce(chance, bytes);
  return bytes;
};

const mutateOnce = (chance: Chance, bytes: Bytes): Bytes => {
  const at = chance.below(bytes.length + 1);
  const end = Math.min(
    bytes.length,
    at + 1 + chance.below(chance.odds(0.2) ? bytes.length + 1 : 8),
  );
  const [before, range, after] = [bytes.slice(0, at), bytes.slice(at, end), bytes.slice(end)];
  switch (chance.below(7)) {
    case 0:
      return bytes.map((byte, place) => (place === at ? byte ^ (1 << chance.below(8)) : byte));
    case 1:
      return concatBytes(before, after);
    case 2:
      return concatBytes(before, range, range, after);
    case 3:
      return concatBytes(before, chance.bytes(range.length), after);
    case 4:
      return before;
    case 5:
      return concatBytes(before, chance.pick(pieces), range, after);
    default:
      return concatBytes(before, after, range);
  }
};

const values: readonly unknown[] = [
  ...[null, true, false, 0, -0, -1, 1.5, 1e21, 2 ** 53, "", " ", "a", "fi", "note/1", "release/1"],
  ...[
    "2026-11-24T18:00:00.000Z",
    "2026-13-45T99:99:99.999Z",
    "0000-01-01T00:00:00.000Z",
    "2026-11-24",
  ],
  ...["0".repeat(32), "0".repeat(64), "A".repeat(22), "x".repeat(20_001), "\u0301".repeat(999)],
  ...["__proto__", "constructor", "\uD800", "\u0000", "\u202E", "<b>", "[object Object]"],
  ...[[], {}, [[]], [null], { toJSON: 1 }, { length: 9 }, Array(70).fill("a")],
];
const keys = [
  "text",
  "parents",
  "noteId",
  "kind",
  "box",
  "guide",
  "desk",
  "then",
  "toString",
  "fi",
];

/** A changed copy; at its depths something is replaced, removed, added, doubled or moved. */
export const mutateJson = (chance: Chance, given: unknown): unknown => {
  const copy = structuredClone(given);
  for (let left = 1 + chance.below(3); left > 0; left -= 1) changeSomewhere(chance, copy);
  return copy;
};

const changeSomewhere = (chance: Chance, root: unknown): void => {
  let holder = root;
  for (;;) {
    if (typeof holder !== "object" || holder === null) return;
    const inner = Object.values(holder).filter(
      (value) => typeof value === "object" && value !== null,
    );
    if (inner.length === 0 || chance.odds(0.35)) break;
    holder = chance.pick(inner);
  }
  if (Array.isArray(holder)) changeList(chance, holder);
  else changeObject(chance, holder as Record<string, unknown>); // Neither a list nor null: the loop has seen to it.
};

// A fresh copy each time: two places that share one object would change together, and could close a circle.
const anyValue = (chance: Chance): unknown => structuredClone(chance.pick(values));

const changeList = (chance: Chance, list: unknown[]): void => {
  const at = chance.below(list.length + 1);
  const way = chance.below(3);
  if (way === 0) list.splice(at, 1);
  else if (way === 1) list.splice(at, 0, structuredClone(list[chance.below(list.length)] ?? 1));
  else list[at] = anyValue(chance);
};

const changeObject = (chance: Chance, object: Record<string, unknown>): void => {
  const own = Object.keys(object);
  const key = own.length > 0 && chance.odds(0.85) ? chance.pick(own) : chance.pick(keys);
  const way = chance.below(5);
  if (way === 0) delete object[key];
  else if (way === 1 && own.length > 0) object[key] = structuredClone(object[chance.pick(own)]);
  else object[key] = anyValue(chance);
};
