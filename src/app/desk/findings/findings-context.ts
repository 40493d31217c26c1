// What the screens of this area share: the round being read, the desk's own work in it, and what a person can do.
import { useMemo } from "preact/hooks";
import { type RoundStanding, standingOf } from "../../../analysis/publishable.ts";
import {
  type FindingView,
  foldFindings,
  foldQuotes,
  foldThemes,
  type QuoteView,
  type ThemeView,
} from "../../../domain/findings.ts";
import type { Named } from "../../../domain/record.ts";
import type { EntityId } from "../../../domain/schema.ts";
import type { RoundReading } from "../use-round.ts";
import type { FindingsModel } from "./findings-model.ts";
import type { QuotesModel } from "./quotes-model.ts";
import type { ThemesModel } from "./themes-model.ts";

/** Set aside a moment ago: said, and taken back with one tap. */
export type Undo = { readonly message: string; readonly undo: () => void };

export type FindingsContext = {
  readonly records: readonly Named[];
  readonly reading: RoundReading;
  readonly standing: RoundStanding;
  readonly findings: readonly FindingView[];
  readonly themes: readonly ThemeView[];
  readonly quotes: readonly QuoteView[];
  readonly models: {
    readonly findings: FindingsModel;
    readonly themes: ThemesModel;
    readonly quotes: QuotesModel;
  };
  readonly onUndo: (undo: Undo) => void;
};
export type WithContext = { readonly context: FindingsContext };
export type OfFinding = WithContext & { readonly view: FindingView };

/** Of this round, oldest first; set aside ones too. */
export const useWork = (records: readonly Named[], roundId: EntityId | undefined) =>
  useMemo(() => {
    if (roundId === undefined) return undefined;
    const ofRound = <V extends { readonly fields: { readonly roundId: EntityId } }>(
      views: readonly V[],
    ) => views.filter(({ fields }) => fields.roundId === roundId);
    return {
      standing: standingOf(records, roundId),
      findings: ofRound(foldFindings(records)),
      themes: ofRound(foldThemes(records)),
      quotes: ofRound(foldQuotes(records)),
    };
  }, [records, roundId]);
