// zod for the wire, set once: building code with `new Function` is what our content policy refuses.
import * as z from "zod/mini";
import { isInstant } from "../base/instant.ts";

z.config({ jitless: true });

export { z };

export const Hex32 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
export const BoxHex = z.string().check(z.regex(/^[0-9a-f]{32}$/));
export const Token = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));
export const Instant = z
  .string()
  .check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/), z.refine(isInstant));
