// One address in front of one or more hubs that cuts a connection after so many bytes, in either direction. Both ends
// then see what they would see where a lift swallows the network: some bytes, and silence.

import type { AddressInfo } from "node:net";
import { connect, createServer, type Socket } from "node:net";

export type Cut = { readonly side: "up" | "down"; readonly after: number };

export type CuttingProxy = {
  readonly url: string;
  /** The next bytes are counted from nought; undefined lets all through. */
  readonly arm: (cut: Cut | undefined) => void;
  /** Bytes since it was armed. */
  readonly counted: () => { readonly up: number; readonly down: number };
  readonly close: () => void;
};

/** Takes the given ports in turn, one for each connection. */
export const createCuttingProxy = async (ports: readonly number[]): Promise<CuttingProxy> => {
  const open = new Set<Socket>();
  let cut: Cut | undefined;
  let counts = { up: 0, down: 0 };
  let turn = 0;

  const server = createServer((client) => {
    turn += 1;
    const hub = connect(ports[turn % ports.length] ?? 0, "127.0.0.1");
    const destroy = () => {
      client.destroy();
      hub.destroy();
    };
    const carry = (side: Cut["side"], to: Socket) => (bytes: Buffer) => {
      const room = cut?.side === side ? cut.after - counts[side] : Number.POSITIVE_INFINITY;
      counts = { ...counts, [side]: counts[side] + bytes.length };
      if (bytes.length < room) {
        to.write(bytes);
        return;
      }
      // Once: what comes after is another connection's.
      cut = undefined;
      if (room <= 0) destroy();
      else to.write(bytes.subarray(0, room), destroy);
    };
    for (const [from, to, side] of [
      [client, hub, "up"],
      [hub, client, "down"],
    ] as const) {
      open.add(from);
      from.on("data", carry(side, to));
      from.on("error", destroy);
      from.on("close", () => {
        open.delete(from);
        to.end();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, // A string only for pipes.
    arm: (next) => {
      counts = { up: 0, down: 0 };
      cut = next;
    },
    counted: () => counts,
    close: () => {
      for (const socket of open) socket.destroy();
      server.close();
    },
  };
};
