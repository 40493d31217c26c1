// The page of a desk's intake, with the files of a round of some size laid beside it.
import { copyFileSync, mkdirSync } from "node:fs";
import { readCorpusDesk } from "../fixtures/corpus-desk.ts";
import { type BenchPage, openBenchPage } from "./bench-page.ts";

export const openIntakePage = async (
  sessions: number,
): Promise<BenchPage & { readonly code: string }> => {
  const { code, desk, handOver } = await readCorpusDesk(sessions);
  mkdirSync(".cache/bench/intake", { recursive: true });
  copyFileSync(desk, ".cache/bench/intake/desk.zip");
  copyFileSync(handOver, ".cache/bench/intake/all.kuuluu");
  return { ...(await openBenchPage("intake")), code };
};
