// The desk's reports: built, weighed and published. Fetched when first opened.

import type { Named } from "../../../domain/record.ts";
import { loadTexts } from "../../../i18n/load-texts.ts";
import type { AppDeps } from "../../deps.ts";
import type { OpenBox } from "../../open-box.ts";
import { ReportsScreen } from "./reports-screen.tsx";
import "./reports.css";

export type ReportsAreaProps = {
  readonly deps: AppDeps;
  readonly desk: OpenBox;
  readonly path: readonly string[];
  readonly records: readonly Named[];
};

export const ReportsArea = ({ deps, desk, path, records }: ReportsAreaProps) => (
  <ReportsScreen deps={deps} desk={desk} records={records} asked={path[1]} load={loadTexts} />
);
