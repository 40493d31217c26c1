// The bench's slow line: how long bytes take through it, and how requests in it are counted.
import { expect, test } from "vitest";
import { countRequests, createLine } from "../bench/slow-line.ts";

const shape = { rttMs: 150, bitsPerSecond: 1_500_000 };

test("takes half a round trip and the bytes' own time", () => {
  expect(createLine(shape)(187_500, 1_000)).toBe(1_000 + 1_000 + 75);
});

test("lets bytes wait for those before them, and not for an idle line", () => {
  const line = createLine(shape);
  line(187_500, 0);
  expect(line(187_500, 100)).toBe(2_075);
  expect(line(0, 9_000)).toBe(9_075);
});

test("counts the heads of requests, not what answers and bodies say", () => {
  const sent = "PUT /v1/a HTTP/1.1\r\nHost: x\r\n\r\nGET the bus\r\nPOST /b HTTP/1.1\r\n\r\n";
  expect(countRequests(Buffer.from(sent))).toBe(2);
  expect(countRequests(Buffer.from("HTTP/1.1 200 OK\r\n\r\n"))).toBe(0);
});
