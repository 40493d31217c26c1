// A line with a delay and a rate in front of a server, on this machine alone: it counts what goes up and the requests in it.
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

export type LineShape = { readonly rttMs: number; readonly bitsPerSecond: number };

/** One direction of a line: answers when the last of these bytes, given to it now, comes out. They leave in order. */
export const createLine = ({ rttMs, bitsPerSecond }: LineShape) => {
  let freeAt = 0;
  return (bytes: number, now: number): number => {
    freeAt = Math.max(freeAt, now) + (bytes * 8_000) / bitsPerSecond;
    return freeAt + rttMs / 2;
  };
};

/** Heads of requests in what went up. */
export const countRequests = (bytes: Buffer): number =>
  bytes.toString("latin1").match(/(?:GET|HEAD|PUT|POST|DELETE) \/\S* HTTP\/1\.1\r\n/g)?.length ?? 0;

export type SlowLine = {
  readonly url: string;
  /** Bytes up and down, and requests, since the last time. */
  readonly take: () => { readonly bytes: number; readonly requests: number };
  readonly close: () => void;
};

/** A loopback address that leads to this port. All connections share the line's rate; each begins with a round trip. */
export const openLine = async (port: number, shape: LineShape): Promise<SlowLine> => {
  const lines = { up: createLine(shape), down: createLine(shape) };
  const open = new Set<Socket>();
  let counts = { bytes: 0, requests: 0 };
  const server = createServer((client) => {
    const target = connect(port, "127.0.0.1");
    const begun = performance.now() + shape.rttMs;
    const carry = (side: "up" | "down", from: Socket, to: Socket) => {
      const inTime = (work: () => void, bytes: number) => {
        const now = performance.now();
        setTimeout(work, Math.max(lines[side](bytes, now), begun + shape.rttMs / 2) - now);
      };
      from.setNoDelay(true);
      open.add(from);
      from.on("data", (bytes: Buffer) => {
        const requests = side === "up" ? countRequests(bytes) : 0;
        counts = { bytes: counts.bytes + bytes.length, requests: counts.requests + requests };
        inTime(() => to.write(bytes), bytes.length);
      });
      from.on("error", () => to.destroy());
      from.on("close", () => {
        open.delete(from);
        inTime(() => to.end(), 0);
      });
    };
    carry("up", client, target);
    carry("down", target, client);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, // A string only for pipes.
    take: () => {
      const taken = counts;
      counts = { bytes: 0, requests: 0 };
      return taken;
    },
    close: () => {
      for (const socket of open) socket.destroy();
      server.close();
    },
  };
};
