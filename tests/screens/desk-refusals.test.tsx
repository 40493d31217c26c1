// Every refusal that a coordinator can meet has words of its own in each full language.
import { cleanup, screen } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { type DeskFailure, useFailureText } from "../../src/app/desk/failure.tsx";
import type { RefusalType } from "../../src/app/desk/intake-lines.ts";
import { useRefusalText } from "../../src/app/desk/intake-lines-view.tsx";
import { renderWithTexts } from "./render-texts.tsx";

afterEach(cleanup);

const failures: readonly DeskFailure[] = [
  { type: "code-length", expected: 26, actual: 20 },
  { type: "code-mistyped" },
  { type: "wrong-key" },
  { type: "code-of-other-desk" },
  { type: "setup-code-refused" },
  { type: "hub-unreachable" },
  { type: "hub-foreign" },
  { type: "hub-busy", retryAfterMs: 30_000 },
  { type: "hub-full" },
  { type: "hub-refused-token" },
  { type: "hub-not-found" },
  { type: "hub-mangled" },
  { type: "hub-stale" },
  { type: "hub-failed", status: 500 },
  { type: "store-full" },
  { type: "store-failed", reason: "closed" },
  { type: "store-newer" },
  { type: "row-unreadable" },
  { type: "round-frozen" },
  { type: "card-dead" },
  { type: "guide-too-large" },
  { type: "guide-invalid", path: "notice.fi" },
];
const refusals: readonly RefusalType[] = [
  "file-empty",
  "file-foreign",
  "file-damaged",
  "file-too-large",
  "file-unreadable",
  "not-for-us",
  "card-unknown",
  "card-void",
  "newer-version",
  "record-newer",
  "too-large",
  "inflated-too-large",
  "proof-invalid",
  "signature-invalid",
  "payload-mismatch",
  "record-invalid",
  "oversized",
  "mangled",
];

const All = () => {
  const toFailure = useFailureText();
  const toRefusal = useRefusalText();
  return (
    <ul>
      {failures.map((failure) => (
        <li key={failure.type}>{toFailure(failure)}</li>
      ))}
      {refusals.map((type) => (
        <li key={type}>{toRefusal(type)}</li>
      ))}
    </ul>
  );
};

const readAll = async (language: "fi" | "sv" | "en"): Promise<readonly string[]> => {
  await renderWithTexts(<All />, { language, namespaces: ["common", "desk", "intake", "errors"] });
  return screen.getAllByRole("listitem").map(({ textContent }) => textContent ?? "");
};

test.each(["fi", "sv", "en"] as const)(
  "every refusal has words of its own in %s",
  async (language) => {
    const words = await readAll(language);
    expect(words).toHaveLength(failures.length + refusals.length);
    expect(words.filter((text, at) => words.indexOf(text) !== at)).toEqual([]);
    for (const text of words) {
      expect(text.length).toBeGreaterThan(30);
      expect(text).not.toMatch(/[{}]|failure\.|refused\.|undefined/);
    }
  },
);
