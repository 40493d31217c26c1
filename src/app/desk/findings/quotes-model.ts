// A quote's second approval: the coordinator words it for outside, approves that very wording, or withdraws it.
import type { NoteRef } from "../../../domain/finding-records.ts";
import { foldQuotes, type QuoteView } from "../../../domain/findings.ts";
import { refKey } from "../../../domain/joined.ts";
import type { Named } from "../../../domain/record.ts";
import type { EntityId, Language, Localized } from "../../../domain/schema.ts";
import { createEntityId, type RecordDraft } from "../../record-writer.ts";
import { type DeskWork, nextDraft } from "../desk-work.ts";

export type QuoteWording = {
  readonly lang: Language;
  readonly text: string;
  readonly translation: Localized;
  readonly withGroup: boolean;
};

/** The quote of a note, the newest where two coordinators made one each. */
export const quoteOf = (quotes: readonly QuoteView[], ref: NoteRef): QuoteView | undefined =>
  quotes.findLast(({ fields }) => refKey(fields.note) === refKey(ref));

const draftOf = (
  view: QuoteView,
  change: Parameters<typeof nextDraft<QuoteView>>[3],
): RecordDraft => nextDraft("quote/1", { quoteId: view.quoteId }, view, change);

export const createQuotesModel = (
  work: DeskWork,
  env: { readonly random: Parameters<typeof createEntityId>[0] },
) => ({
  /** Two records: the wording, and the approval that names it. */
  approve: async (roundId: EntityId, note: NoteRef, wording: QuoteWording) => {
    const { lang, text, translation } = wording;
    const words = {
      ...{ note, lang, text, translation },
      withGroup: wording.withGroup ? (true as const) : undefined,
      checked: undefined,
      dropped: undefined,
    };
    const find = (records: readonly Named[]) => quoteOf(foldQuotes(records), note);
    const worded = await work.change((records) => {
      const view = find(records);
      if (view) return [draftOf(view, words)];
      const { lang: code, text: said } = wording;
      return [
        {
          kind: "quote/1",
          parents: [],
          quoteId: createEntityId(env.random),
          ...{ roundId, note, lang: code, text: said, translation },
          ...(wording.withGroup ? { withGroup: true as const } : {}),
        },
      ];
    });
    const [named] = worded ?? [];
    if (!named) return undefined;
    return work.change((records) => {
      const view = find(records);
      return view && [draftOf(view, { checked: named.id })];
    });
  },
  withdraw: (quoteId: EntityId) =>
    work.change((records) => {
      const view = foldQuotes(records).find((each) => each.quoteId === quoteId);
      return view && [draftOf(view, { dropped: true })];
    }),
  restore: (quoteId: EntityId) =>
    work.change((records) => {
      const view = foldQuotes(records).find((each) => each.quoteId === quoteId);
      return view && [draftOf(view, { dropped: undefined })];
    }),
});
export type QuotesModel = ReturnType<typeof createQuotesModel>;
