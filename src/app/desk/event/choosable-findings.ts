// What an event of a round can be about: the round's own findings, and those of rounds that another desk handed over.
import {
  type FindingObstacle,
  findingObstacles,
  type RoundStanding,
} from "../../../analysis/publishable.ts";
import { listChoosableReceived, type Origin } from "../../../analysis/publishable-received.ts";
import { foldFindings } from "../../../domain/findings.ts";
import type { Named } from "../../../domain/record.ts";
import type { EntityId, Localized, Tag } from "../../../domain/schema.ts";

export type ChoosableFinding = {
  readonly findingId: EntityId;
  readonly statement: Localized;
  readonly dimension?: Tag | undefined;
  /** Where it is read whole. */
  readonly href: string;
  /** Of another desk's round. */
  readonly origin?: Origin;
  /** What keeps it from being told; of what was handed over only that comes which may be told. */
  readonly obstacles: readonly FindingObstacle[];
};

export const listChoosable = (
  records: readonly Named[],
  standing: RoundStanding,
): readonly ChoosableFinding[] => [
  ...foldFindings(records)
    .filter(({ fields }) => fields.roundId === standing.roundId && !fields.dropped)
    .map((view) => ({
      ...{ findingId: view.findingId, statement: view.fields.statement },
      ...{ dimension: view.fields.dimension, href: `#/desk/findings/${view.findingId}` },
      obstacles: findingObstacles(view, standing),
    })),
  ...listChoosableReceived(records, standing.roundId).map(
    ({ findingId, statement, dimension, origin }) => ({
      ...{ findingId, statement, dimension, origin, obstacles: [] },
      href: `#/desk/exchange/${origin.digest}`,
    }),
  ),
];
