// What hostile JSON tries to change for every object of the program at once.
const watched = { Object, Array, Function, String, Number, Map, Set, Promise, Uint8Array, Error };

const look = (): string =>
  Object.entries(watched)
    .map(([name, { prototype }]) => `${name}: ${Reflect.ownKeys(prototype).map(String).join(" ")}`)
    .join("\n");
const before = look();

/** Throws when any of the built-in prototypes is not what it was when the test began. */
export const checkPrototypes = (): void => {
  if (look() !== before || Object.keys({}).length > 0 || "polluted" in {}) {
    throw new Error(`a prototype was changed:\n${look()}`);
  }
};
