// Every cryptographic step of a bundle, as sync asks for them.
import { type Bytes, concatBytes } from "../base/bytes.ts";
import { verifySignature } from "./signer.ts";

/** The `BundleCrypto` that sync asks for. */
export const createBundleCrypto = () => ({
  digest: digestBytes,
  // Sealing waits for age anyway, so its own side waits with it.
  seal: async (clear: Bytes, recipients: readonly string[]): Promise<Bytes> =>
    (await import("./age-box.ts")).sealAge(clear, recipients),
  open: async (sealed: Bytes, identities: readonly string[]): Promise<Bytes | undefined> =>
    (await import("./age-box.ts")).openAge(sealed, identities),
  verify: verifySignature,
  hmac: async (key: Bytes, bytes: Bytes): Promise<Bytes> => {
    const algorithm = { name: "HMAC", hash: "SHA-256" };
    const imported = await crypto.subtle.importKey("raw", key, algorithm, false, ["sign"]);
    return new Uint8Array(await crypto.subtle.sign("HMAC", imported, bytes));
  },
  gzip: async (clear: Bytes): Promise<Bytes> => {
    const zipped = await readUpTo(clear, new CompressionStream("gzip"), Number.POSITIVE_INFINITY);
    if (!zipped) throw new Error("gzip has no failure");
    return zipped;
  },
  gunzip: async (zipped: Bytes, limit: number): Promise<Bytes | undefined> => {
    const length = lengthInside(zipped);
    if (length > limit) return undefined;
    return readUpTo(zipped, new DecompressionStream("gzip"), length);
  },
});

/** gzip's last four bytes say how much it holds. A bomb that lies there is stopped where it passes its own word. */
const lengthInside = (zipped: Bytes): number =>
  zipped.length < 4
    ? 0
    : new DataView(zipped.buffer, zipped.byteOffset + zipped.length - 4).getUint32(0, true);

/** SHA-256. */
export const digestBytes = async (bytes: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));

/** What is inflated of one slice is all held before it can be counted, and a bomb grows a thousand times. */
const sliceBytes = 16 * 1024;
const slicesOf = (bytes: Bytes): ReadableStream<Bytes> => {
  let at = 0;
  return new ReadableStream({
    pull: (controller) => {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.subarray(at, at + sliceBytes));
      at += sliceBytes;
    },
  });
};

const readUpTo = async (
  bytes: Bytes,
  transform: CompressionStream | DecompressionStream,
  limit: number,
): Promise<Bytes | undefined> => {
  const reader = slicesOf(bytes).pipeThrough(transform).getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return concatBytes(...chunks);
      length += value.length;
      if (length > limit) {
        await reader.cancel();
        return undefined;
      }
      chunks.push(value);
    }
  } catch {
    return undefined; // A stream that fails while reading bytes from memory held damaged data.
  }
};
