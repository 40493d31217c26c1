// What the screens of this area are given.
import type { Named } from "../../../domain/record.ts";
import type { DeskScreenProps } from "../desk-context.ts";

export type ReadingAreaProps = DeskScreenProps & {
  readonly path: readonly string[];
  readonly query: string;
  readonly records: readonly Named[];
};
