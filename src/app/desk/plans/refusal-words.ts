// Why a sheet, or a row of it, was not taken: where it is in the person's own program, and what to do.
import type { Translate } from "../../../i18n/resources.ts";
import type { RequestRefusal } from "../../../report/follow-up-answers.ts";
import type { RequestError } from "../../../report/follow-up-request-reading.ts";
import type { Column } from "../../../report/measure-columns.ts";
import type { SheetRefusal } from "../../../report/measure-sheet-reading.ts";
import type { CsvSheetError } from "./sheet-readers.ts";
import { answerKeys, columnKeys } from "./sheet-words.ts";

type T = Translate<"plans">;

export const sayColumn = (t: T, { code, lang }: Column): string =>
  lang === undefined
    ? t(columnKeys[code])
    : t("columnIn", { column: t(columnKeys[code]), language: lang });

export const sayCsvError = (t: T, error: CsvSheetError): string => {
  switch (error.type) {
    case "csv-open-quote":
    case "csv-stray-quote":
      return t("refused.quote", { line: error.line });
    case "csv-columns":
      return t("refused.columns", {
        line: error.line,
        expected: error.expected,
        found: error.found,
      });
    case "csv-too-long":
      return t("refused.tooLarge");
    case "csv-empty":
    case "sheet-foreign":
      return t("refused.foreignTable");
    case "sheet-column-twice":
      return t("refused.columnTwice", { column: sayColumn(t, error.column) });
    case "sheet-not-utf8":
      return t("refused.notUtf8");
  }
};

export const sayRowRefusal = (t: T, refusal: SheetRefusal): string => {
  const { line } = refusal;
  switch (refusal.type) {
    case "unknown":
      return t("refused.unknown", { line, id: refusal.id === "" ? "–" : refusal.id });
    case "twice":
      return t("refused.twice", { line });
    case "version":
      return t("refused.version", { line });
    case "rivals":
      return t("refused.rivals", { line });
    case "needs-reason":
      return t("refused.needsReason", { line });
    case "needs-words":
      return t("refused.needsWords", { line });
    case "status":
      return t("refused.status", { line, said: refusal.said });
    case "day":
      return t("refused.day", {
        line,
        column: sayColumn(t, refusal.column),
        said: refusal.said,
      });
    case "too-long":
      return t("refused.tooLong", {
        line,
        column: sayColumn(t, refusal.column),
        limit: refusal.limit,
      });
    case "ill-formed":
      return t("refused.illFormed", { line, column: sayColumn(t, refusal.column) });
  }
};

export const sayRequestError = (t: T, error: RequestError): string => {
  switch (error.type) {
    case "zip-too-large":
      return t("refused.tooLarge");
    case "zip-damaged":
    case "zip-twice":
    case "xlsx-damaged":
      return t("refused.damaged");
    case "xlsx-foreign":
    case "request-foreign":
      return t("refused.foreignRequest");
    case "xlsx-too-large":
      return t("refused.tooLarge");
    case "xlsx-error-cell":
      return t("refused.errorCell", { line: error.row });
    case "request-column-twice":
      return t("refused.columnTwice", { column: t(answerKeys[error.column]) });
  }
};

export const sayAnswerRefusal = (t: T, refusal: RequestRefusal): string => {
  const { row: line } = refusal;
  switch (refusal.type) {
    case "unknown":
      return t("refused.unknown", { line, id: refusal.id === "" ? "–" : refusal.id });
    case "twice":
      return t("refused.twice", { line });
    case "rivals":
      return t("refused.rivals", { line });
    case "needs-day":
      return t("refused.needsDay", { line });
    case "needs-reason":
      return t("refused.needsReason", { line });
    case "nothing-seen":
      return t("refused.nothingSeen", { line });
    case "withdrawn":
      return t("refused.withdrawn", { line });
    case "status":
      return t("refused.status", { line, said: refusal.said });
    case "day":
      return t("refused.day", { line, column: t("ask.day"), said: refusal.said });
    case "value":
      return t("refused.value", { line, said: refusal.said });
    case "too-long":
      return t("refused.tooLong", {
        line,
        column: t(answerKeys[refusal.column]),
        limit: refusal.limit,
      });
    case "ill-formed":
      return t("refused.illFormed", { line, column: t(answerKeys[refusal.column]) });
  }
};
