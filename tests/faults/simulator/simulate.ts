// One history from one seed: people act, chance decides who goes on, and after every step all is held against what must
// be true. In the end the storm is over, everything is carried, and all devices must have come to the same.
import { createHash } from "node:crypto";
import { foldNotes } from "../../../src/domain/notes.ts";
import { ofKind } from "../../../src/domain/record.ts";
import { rest } from "./clockwork.ts";
import {
  checkFold,
  checkRelease,
  checkWhole,
  createDiskWatch,
  createHubWatch,
  demand,
  Violation,
} from "./invariants.ts";
import { nothingPlanted, type Plant } from "./planted.ts";
import type { SimDevice } from "./sim-device.ts";
import { createWorld, type World } from "./world.ts";

export type History = {
  /** Of everything that happened, in order: two runs of a seed must have the same. */
  readonly trace: string;
  readonly steps: number;
  readonly records: number;
  readonly envelopes: number;
  /** Tablets that let go of everything, by time or by hand. */
  readonly removals: number;
  readonly violation?: string;
};

const actions = 55;

export const simulate = async (seed: number, plant: Plant = nothingPlanted): Promise<History> => {
  const world = createWorld(seed, plant);
  const trace = createHash("sha256");
  let steps = 0;
  let violation: string | undefined;
  const note = (line: string) => void trace.update(`${line}\n`);
  const story = new Story(world, plant, note, () => {
    steps += 1;
  });
  try {
    await story.begin();
    for (let count = 0; count < actions; count += 1) await story.act();
    await story.end();
  } catch (thrown) {
    if (!(thrown instanceof Violation)) throw new Error(`seed ${seed}`, { cause: thrown });
    violation = thrown.message;
  }
  note(violation ?? "all held");
  return {
    ...{ steps, trace: trace.digest("hex") },
    records: new Set(world.devices.flatMap(({ platter }) => [...platter.rows.keys()])).size,
    envelopes: new Set(world.devices.flatMap(({ platter }) => [...platter.envelopes.keys()])).size,
    removals: world.tablets.filter((tablet) => tablet.isRemoved()).length,
    ...(violation === undefined ? {} : { violation }),
  };
};

type Work = () => Promise<{ readonly ok: boolean; readonly error?: { readonly type: string } }>;

class Story {
  readonly #watchDisks = createDiskWatch();
  readonly #watchHub = createHubWatch();
  readonly #folded = new Map<SimDevice, number>();
  #thrown: { readonly by: unknown } | undefined;
  readonly world: World;
  readonly plant: Plant;
  readonly note: (line: string) => void;
  readonly count: () => void;

  constructor(world: World, plant: Plant, note: (line: string) => void, count: () => void) {
    this.world = world;
    this.plant = plant;
    this.note = note;
    this.count = count;
  }

  async begin(): Promise<void> {
    const [desk] = this.world.desks;
    if (desk) await this.#finish("set-up", () => this.world.setUp(desk));
  }

  /** One thing that somebody does or that happens, and a few that go on. */
  async act(): Promise<void> {
    const { chance, clockwork, hub, tablets, desks, devices, jump, on } = this.world;
    const way = chance.below(100);
    if (way < 64) {
      const device = chance.pick(tablets);
      this.#startOne(device, chance.pick(tabletActs), on.tablet);
    } else if (way < 82) {
      this.#startOne(chance.pick(desks), chance.pick(deskActs), on.desk);
    } else if (way < 87) this.#crashOne();
    else if (way < 91) jump(chance.pick(devices));
    else if (way < 96) {
      const { trouble } = chance.pick(devices);
      trouble.disk = chance.odds(0.5) ? 0 : chance.next() * 0.5;
      trouble.network = chance.odds(0.4) ? 0 : chance.next() * 0.9;
    } else if (way < 98) hub.backUp();
    else hub.restore();
    this.note(`${way}`);
    await rest();
    for (let left = chance.below(14); left > 0 && (await clockwork.letOneOn()); left -= 1)
      this.#check();
    this.#check();
  }

  /** The storm is over: whatever is left is carried until nothing changes any more. */
  async end(): Promise<void> {
    const { clockwork, devices, desks, carry, look } = this.world;
    for (const { trouble } of devices) Object.assign(trouble, { disk: 0, network: 0 });
    while (await clockwork.letOneOn()) this.#check();
    const tablets = this.world.tablets.filter((tablet) => !tablet.isRemoved());
    let before = "";
    for (let round = 0; round < 8 && before !== this.#state(); round += 1) {
      before = this.#state();
      for (const device of tablets) {
        for (const work of [carry.cut, carry.send, carry.pull])
          await this.#finish("carry", () => work(device));
      }
      for (const device of desks) {
        await this.#finish("look", () => look(device));
        for (const work of [carry.cut, carry.send]) await this.#finish("carry", () => work(device));
      }
    }
    demand(before === this.#state(), "I6: it does not come to rest");
    this.#checkEqual(tablets);
    this.#checkEqual(desks);
    for (const device of devices) {
      checkFold(this.plant.fold ?? foldNotes, device.recordsNow(), this.world.chance);
      checkWhole(device);
    }
    this.#checkCarried();
  }

  #crashOne(): void {
    const { chance, devices, locked } = this.world;
    const device = chance.pick(devices);
    locked.delete(device);
    device.crash();
  }

  #startOne(
    device: SimDevice,
    name: string,
    acts: Readonly<Record<string, (device: SimDevice) => ReturnType<Work>>>,
  ): void {
    const act = acts[name];
    if (device.isRemoved() || this.world.locked.has(device)) return;
    if (act) this.#start(`${device.name} ${name}`, () => act(device));
  }

  #start(name: string, work: Work): void {
    this.note(name);
    void work().then(
      (outcome) => this.note(`${name}: ${outcome.ok ? "done" : outcome.error?.type}`),
      (thrown: unknown) => {
        this.#thrown = { by: thrown };
      },
    );
  }

  /** Starts it and lets everything on until it is done. */
  async #finish(name: string, work: Work): Promise<void> {
    let outcome: Awaited<ReturnType<Work>> | undefined;
    this.#start(name, async () => {
      outcome = await work();
      return outcome;
    });
    await rest();
    while (!outcome && (await this.world.clockwork.letOneOn())) this.#check();
    demand(
      outcome?.ok === true,
      `${name} failed in the calm: ${outcome?.error?.type ?? "never ended"}`,
    );
  }

  #check(): void {
    this.count();
    if (this.#thrown) throw this.#thrown.by;
    const { devices, acknowledged, hub, chance } = this.world;
    this.#watchDisks(devices, acknowledged);
    this.#watchHub(hub, devices);
    const device = chance.pick(devices);
    const size = device.platter.rows.size;
    if (this.#folded.get(device) === size || !chance.odds(0.1)) return;
    this.#folded.set(device, size);
    checkWhole(device);
    checkFold(this.plant.fold ?? foldNotes, device.recordsNow(), chance);
  }

  #state(): string {
    return this.world.devices
      .map(({ platter: { rows, envelopes, deliveries } }) =>
        [rows, envelopes, deliveries].map(({ size }) => size),
      )
      .join();
  }

  #checkEqual(devices: readonly SimDevice[]): void {
    // A desk also keeps what it put into the session's box: the receipts of each coordinator are its own.
    const sets = devices.map(({ keys, recordsNow }) =>
      recordsNow()
        .flatMap(({ id, record }) => (record.box === keys.box ? id : []))
        .sort()
        .join(),
    );
    demand(new Set(sets).size === 1, "I6: devices do not come to the same");
  }

  #checkCarried(): void {
    const { hub, devices, desks } = this.world;
    for (const { platter, isRemoved } of devices) {
      if (isRemoved()) continue;
      const bundled = new Set([...platter.envelopes.values()].flatMap(({ records }) => records));
      for (const id of platter.rows.keys())
        demand(bundled.has(id), "I6: a record is in no envelope");
      for (const { box, digest, release } of platter.envelopes.values()) {
        demand(hub.find(box, digest) !== undefined, "I6: an envelope never reached the hub");
        for (const desk of release ? desks : []) {
          demand(desk.platter.rows.has(release as never), "I6: a release never reached the desk");
        }
      }
    }
    for (const desk of desks) {
      const table = this.world.tablets.find((tablet) => !tablet.isRemoved());
      const receipts = ofKind(table?.recordsNow() ?? [], "receipt/1");
      const releases = ofKind(desk.recordsNow(), "release/1");
      for (const release of releases) {
        const known = this.world.closings.get(release.id);
        if (known) checkRelease(release, known);
        const { id } = release;
        demand(
          receipts.some(({ record }) => record.release === id),
          "I6: a release without a receipt at the table",
        );
      }
    }
  }
}

const often = <T>(times: number, ...names: readonly T[]): readonly T[] =>
  Array<readonly T[]>(times).fill(names).flat();
const tabletActs = [
  ...often(5, "note", "reword", "send", "pull", "cut"),
  ...often(2, "review", "twoNotes"),
  ...often(1, "people", "erase", "close", "closeWhileWriting", "remove", "remove"),
];
const deskActs = [...often(2, "look", "send"), "takeFile", "cut"];
