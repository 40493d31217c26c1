// Values as sealed rows and back. Opened text is what we sealed ourselves: the cipher vouches for it and for its place.

import type { Bytes } from "../base/bytes.ts";
import { parseUtf8, toUtf8 } from "../base/bytes.ts";
import { failed, ok, type Result } from "../base/result.ts";
import type { RowCipher, RowName, StoreError } from "./ports.ts";

export const sealRow = (cipher: RowCipher, name: RowName, value: object): Promise<Bytes> =>
  cipher.seal(name, toUtf8(JSON.stringify(value)));

export const openRow = async (
  cipher: RowCipher,
  name: RowName,
  sealed: Bytes,
): Promise<Result<unknown, StoreError>> => {
  const opened = await cipher.open(name, sealed);
  if (!opened.ok) return opened;
  const text = parseUtf8(opened.value);
  if (text === undefined) return failed({ type: "row-unreadable" });
  return ok(JSON.parse(text));
};
