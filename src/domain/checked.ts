// Whether words were looked at before they are told outside. A check judges the words of one revision: what two coordinators
// did apart may join into words that nobody looked at, so the words of now must be those that were checked.
import { toHex } from "../base/bytes.ts";
import { toCanonicalBytes } from "../base/canonical.ts";
import type { AnyRecord, Named } from "./record.ts";
import type { RecordId } from "./schema.ts";

export type Checkable<R extends AnyRecord> = {
  readonly history: readonly Named<R>[];
  readonly fields: { readonly checked?: RecordId | undefined };
};

const isSame = (a: object, b: object): boolean =>
  toHex(toCanonicalBytes(a)) === toHex(toCanonicalBytes(b));

/** `wordsOf` picks what is judged; it may hold no undefined value. */
export const isChecked = <R extends AnyRecord, V extends Checkable<R>>(
  view: V,
  wordsOf: (fields: R | V["fields"]) => object,
): boolean => {
  const judged = view.history.find(({ id }) => id === view.fields.checked);
  return judged !== undefined && isSame(wordsOf(judged.record), wordsOf(view.fields));
};
