// What a session is, told by its card, by the desk's plan, or by both: the fields a new session record starts from.
import type { Result } from "../base/result.ts";
import { failed } from "../base/result.ts";
import type { Named } from "../domain/record.ts";
import { foldSession, type SessionFieldName } from "../domain/session.ts";
import type { Session } from "../domain/session-records.ts";
import type { CardInfo } from "./box-facts.ts";
import type { OpenBox } from "./open-box.ts";
import type { WriteError } from "./record-writer.ts";

export type SessionFields = Pick<Session, SessionFieldName>;

const fromCard = (card: CardInfo): SessionFields => ({
  roundId: card.roundId,
  roundName: card.roundName,
  codebook: card.codebook,
  guideDigest: card.guide,
  title: card.title,
  groups: [],
  languages: card.languages,
  desk: card.desk,
  ...(card.reviewRequired ? { reviewRequired: true as const } : {}),
  ...(card.noResume ? { noResume: true as const } : {}),
});

/** The session as known on this device: what is written, else what the card says; undefined for a bare typed code. */
export const sessionFieldsOf = (
  records: readonly Named[],
  card: CardInfo | undefined,
): SessionFields | undefined =>
  foldSession(records)?.fields ?? (card === undefined ? undefined : fromCard(card));

export type ReviseError = WriteError | { readonly type: "session-unknown" };

/** Writes a new revision of the session with some fields changed; it replaces every head this device knows. */
export const reviseSession = async (
  box: OpenBox,
  change: Partial<SessionFields>,
): Promise<Result<readonly Named[], ReviseError>> => {
  const records = await box.records.readAll();
  if (!records.ok) return records;
  const fields = sessionFieldsOf(records.value, box.facts().card);
  if (!fields) return failed({ type: "session-unknown" });
  const heads = foldSession(records.value)?.heads ?? [];
  const parents = heads.map(({ id }) => id);
  return box.writer.write([{ kind: "session/1", ...fields, ...change, parents }]);
};

/** A plan that came by the hub or by file, as the card it stands for. Compare its fingerprint with the paper before adopting. */
export const cardOfPlan = (fields: SessionFields): CardInfo | undefined =>
  fields.desk && {
    desk: fields.desk,
    title: fields.title,
    languages: fields.languages,
    roundId: fields.roundId,
    roundName: fields.roundName,
    codebook: fields.codebook,
    guide: fields.guideDigest,
    reviewRequired: fields.reviewRequired === true,
    noResume: fields.noResume === true,
  };
