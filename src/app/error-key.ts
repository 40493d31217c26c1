// From an error to the words for it: its `type` is the key itself. An error without a text in `errors.json` is
// refused by the compiler where it is to be shown.
import type { Key, Translate } from "../i18n/resources.ts";

/** Any error that has words: what happened, what is safe, what to do next. */
export type ToldError = { readonly type: Key<"errors"> };

export const errorKey = (error: ToldError): Key<"errors"> => error.type;

/** The words, with the error's own figures in them. */
export const errorText = (t: Translate<"errors">, error: ToldError): string =>
  t(errorKey(error), { ...error });
