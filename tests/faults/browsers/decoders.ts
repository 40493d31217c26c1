// What lies compressed on a disk is in clear to whoever knows how. These take apart, as far as they can, what the three
// engines write: snappy (LevelDB tables, IndexedDB values), LZ4 (Firefox's session files), gzip and zip. A damaged or
// unknown part ends a stream and is no failure: what was read until there is searched.
import { constants, gunzipSync, inflateRawSync } from "node:zlib";

type Out = { bytes: Buffer; length: number };
const largest = 32 * 1024 * 1024;

const grow = (out: Out, more: number): boolean => {
  if (out.length + more > largest) return false;
  if (out.length + more > out.bytes.length) {
    const wider = Buffer.alloc(Math.max(out.bytes.length * 2, out.length + more));
    out.bytes.copy(wider, 0, 0, out.length);
    out.bytes = wider;
  }
  return true;
};
const putLiteral = (out: Out, from: Buffer, at: number, length: number): boolean => {
  if (at + length > from.length || !grow(out, length)) return false;
  from.copy(out.bytes, out.length, at, at + length);
  out.length += length;
  return true;
};
const putCopy = (out: Out, offset: number, length: number): boolean => {
  if (offset === 0 || offset > out.length || !grow(out, length)) return false;
  for (let done = 0; done < length; done += 1) {
    out.bytes[out.length] = out.bytes[out.length - offset] ?? 0;
    out.length += 1;
  }
  return true;
};

const readVarint = (from: Buffer, start: number): readonly [value: number, next: number] => {
  let value = 0;
  let at = start;
  for (let shift = 0; shift < 35; shift += 7) {
    const byte = from[at] ?? 0;
    at += 1;
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) break;
  }
  return [value, at];
};

/** Raw snappy from `start`: as much as decodes. */
export const readSnappy = (from: Buffer, start = 0): Buffer => {
  const [size, first] = readVarint(from, start);
  const out: Out = { bytes: Buffer.alloc(4_096), length: 0 };
  let at = first;
  while (at < from.length && out.length < size) {
    const tag = from[at] ?? 0;
    const kind = tag & 3;
    at += 1;
    if (kind === 0) {
      const extra = Math.max(0, (tag >> 2) - 59);
      const length = extra === 0 ? (tag >> 2) + 1 : readLittle(from, at, extra) + 1;
      at += extra;
      if (!putLiteral(out, from, at, length)) break;
      at += length;
    } else {
      const width = kind === 1 ? 1 : kind === 2 ? 2 : 4;
      const low = readLittle(from, at, width);
      at += width;
      const length = kind === 1 ? ((tag >> 2) & 7) + 4 : (tag >> 2) + 1;
      if (!putCopy(out, kind === 1 ? ((tag >> 5) << 8) | low : low, length)) break;
    }
  }
  return out.bytes.subarray(0, out.length);
};
const readLittle = (from: Buffer, at: number, width: number): number =>
  at + width <= from.length ? from.readUIntLE(at, width) : 0;

/** An LZ4 block: as much as decodes. */
export const readLz4 = (from: Buffer, start: number): Buffer => {
  const out: Out = { bytes: Buffer.alloc(65_536), length: 0 };
  let at = start;
  const readLength = (nibble: number): number => {
    let length = nibble;
    for (let more = nibble === 15 ? 255 : 0; more === 255; ) {
      more = from[at] ?? 0;
      at += 1;
      length += more;
    }
    return length;
  };
  while (at < from.length) {
    const token = from[at] ?? 0;
    at += 1;
    const literal = readLength(token >> 4);
    if (!putLiteral(out, from, at, literal)) break;
    at += literal;
    if (at + 2 > from.length) break;
    const offset = from.readUInt16LE(at);
    at += 2;
    if (!putCopy(out, offset, readLength(token & 15) + 4)) break;
  }
  return out.bytes.subarray(0, out.length);
};

/** The blocks of a LevelDB table, found by its index. */
const readTable = (file: Buffer): readonly Buffer[] => {
  const footer = file.length - 48;
  if (footer < 0) return [];
  const block = (offset: number, size: number): Buffer => {
    const raw = file.subarray(offset, offset + size);
    return file[offset + size] === 1 ? readSnappy(raw) : raw;
  };
  const [, afterMetaOffset] = readVarint(file, footer);
  const [, indexAt] = readVarint(file, afterMetaOffset);
  const [indexOffset, indexSizeAt] = readVarint(file, indexAt);
  const [indexSize] = readVarint(file, indexSizeAt);
  const index = block(indexOffset, indexSize);
  const found: Buffer[] = [];
  const end = index.length - 4 - 4 * (index.length >= 4 ? index.readUInt32LE(index.length - 4) : 0);
  for (let at = 0; at < end; ) {
    const [, unsharedAt] = readVarint(index, at);
    const [unshared, sizeAt] = readVarint(index, unsharedAt);
    const [size, keyAt] = readVarint(index, sizeAt);
    const [offset, lengthAt] = readVarint(index, keyAt + unshared);
    const [length] = readVarint(index, lengthAt);
    found.push(block(offset, length));
    at = keyAt + unshared + size;
  }
  return found;
};

const isTable = (file: Buffer): boolean =>
  file.length > 48 && file.readBigUInt64LE(file.length - 8) === 0xdb4775248b80fb57n;

const everyPlace = function* (file: Buffer, mark: Buffer): Generator<number> {
  for (let at = file.indexOf(mark); at >= 0; at = file.indexOf(mark, at + 1)) yield at;
};

const lenient = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: largest };
const attempt = (work: () => Buffer): readonly Buffer[] => {
  try {
    return [work()];
  } catch {
    return []; // Not what it looked like.
  }
};

const gzipMark = Buffer.from([0x1f, 0x8b, 8]);
const zipMark = Buffer.from("PK\u0003\u0004", "latin1");
/** Chromium marks a value of its IndexedDB that it has compressed. */
const valueMark = Buffer.from([0xff, 0x11, 0x02]);
const lz4Mark = Buffer.from("mozLz40\0", "latin1");

/** Everything that stands compressed in these bytes. */
export const unpackAll = (file: Buffer): readonly Buffer[] => {
  const blocks = isTable(file) ? readTable(file) : [];
  return [
    ...blocks,
    ...[file, ...blocks].flatMap((bytes) => [
      ...[...everyPlace(bytes, gzipMark)].flatMap((at) =>
        attempt(() => gunzipSync(bytes.subarray(at), lenient)),
      ),
      ...[...everyPlace(bytes, zipMark)].flatMap((at) =>
        attempt(() =>
          inflateRawSync(
            bytes.subarray(at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)),
            lenient,
          ),
        ),
      ),
      ...[...everyPlace(bytes, valueMark)].map((at) => readSnappy(bytes, at + 3)),
      ...[...everyPlace(bytes, lz4Mark)].map((at) => readLz4(bytes, at + 12)),
    ]),
  ];
};
