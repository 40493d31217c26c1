// The event as one file for a meeting-room computer: its slides, and a place to type commitments in. Nothing is fetched; the
// one style and the one script are named by their digests, and everything that people wrote is text.
import type { Language } from "../domain/schema.ts";
import type { Deck, EventContent } from "./event-deck.ts";
import { directionOf, directionOfText } from "./report-parts.ts";
import { groupLines } from "./slide-lines.ts";
import { type Said, type Slide, type SlideLine, slideKeys } from "./slides.ts";
import { escapeText, type Markup } from "./xml.ts";

/** What the page says, in the pack's language; the script looks its own up by these names. */
export type EventPageWords = Readonly<
  Record<
    | "back"
    | "next"
    | "black"
    | "full"
    | "theme"
    | "typeHere"
    | "where"
    | "title"
    | "finding"
    | "noFinding"
    | "promise"
    | "unit"
    | "dueOn"
    | "firstFollowUpOn"
    | "add"
    | "keep"
    | "edit"
    | "remove"
    | "readAloud"
    | "isReadAloud"
    | "save"
    | "none"
    | "kept"
    | "notKept"
    | "unsaved"
    | "saved"
    | "promiseNeeded"
    | "tooLong"
    | "clear"
    | "keys"
    | "undo"
    | "removed"
    | "full200",
    string
  >
>;

export type EventPageParts = {
  readonly style: string;
  readonly script: string;
  /** SHA-256 of each, base64. */
  readonly styleDigest: string;
  readonly scriptDigest: string;
};

const shapes: Readonly<Record<number, string>> = {
  1: '<circle cx="8" cy="8" r="6"/>',
  2: '<path d="M8 1.2 14.8 8 8 14.8 1.2 8Z"/>',
  3: '<path fill-rule="evenodd" d="M.5 8a5 5 0 1 0 10 0 5 5 0 1 0-10 0M5.5 8a5 5 0 1 0 10 0 5 5 0 1 0-10 0"/>',
  4: '<path d="M8 1.8 15 14H1Z"/>',
};
const ring = '<circle cx="8" cy="8" r="5" fill="none" stroke="currentColor" stroke-width="2.5"/>';

const shapeOf = (number: number): Markup =>
  number === 0
    ? ""
    : `<svg class="shape" viewBox="0 0 16 16" aria-hidden="true">${shapes[number] ?? ring}</svg>`;

const spoken = (said: Said, own: Language): string => {
  const lang = said.lang === own ? "" : ` lang="${escapeText(said.lang)}"`;
  const dir = directionOfText(said, own);
  return dir === directionOf(own) ? lang : `${lang} dir="${dir}"`;
};

const toLine = (line: Exclude<SlideLine, { readonly kind: "item" }>, own: Language): Markup => {
  if ("name" in line) {
    return `<p class="slide-${line.kind}"><b>${escapeText(line.name)}</b> <span>${escapeText(line.side)}</span></p>`;
  }
  const tag = line.kind === "quote" ? "blockquote" : "p";
  return `<${tag} class="slide-${line.kind}"${spoken(line.said, own)}>${escapeText(line.said.text)}</${tag}>`;
};

const toSlide = (slide: Slide, at: number, deck: Deck, name: string): Markup => {
  const { kind, title, dimension, size, lines, part } = slide;
  const own = deck.lang;
  const body = groupLines(lines).map((group) =>
    "line" in group
      ? toLine(group.line, own)
      : `<ul class="slide-items">${group.items
          .map(({ said, side }) => {
            const end = side ? `<span class="slide-side">${escapeText(side)}</span>` : "";
            return `<li><span${spoken(said, own)}>${escapeText(said.text)}</span>${end}</li>`;
          })
          .join("")}</ul>`,
  );
  const mark = dimension === 0 ? "" : `${dimension} `;
  const pages = part === undefined ? "" : `<span class="slide-part">${escapeText(part)}</span>`;
  const head =
    kind === "title"
      ? `<h1 class="unseen" tabindex="-1">${escapeText(title.text)}</h1>`
      : `<header class="slide-head">${shapeOf(dimension)}<h1 tabindex="-1"${spoken(title, own)}>${escapeText(`${mark}${title.text}`)}</h1>${pages}</header>`;
  const number = dimension === 0 ? "" : ` data-dimension="${dimension}"`;
  return `<section class="slide slide-${kind}" id="slide-${at + 1}"${number}>${head}<div class="slide-body slide-size-${size}">${body.join("")}</div><footer class="slide-foot"><span class="slide-name">${escapeText(name)}</span><span>${at + 1}/${deck.slides.length}</span></footer></section>`;
};

/** Within a script element: no text can end it. */
const toData = (value: unknown): string =>
  JSON.stringify(value)
    .replaceAll("<", "\\u003c")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");

export const toEventPage = (
  content: EventContent,
  deck: Deck,
  words: EventPageWords,
  parts: EventPageParts,
): string => {
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${parts.styleDigest}'`,
    `script-src 'sha256-${parts.scriptDigest}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const findings = content.dimensions.flatMap(({ findings: all }) =>
    all.map(({ findingId, statement }) => ({ id: findingId, ...statement })),
  );
  const data = {
    event: content.eventId,
    round: content.roundId,
    lang: deck.lang,
    isRightToLeft: directionOf(deck.lang) === "rtl",
    ...{ words, findings, keys: slideKeys },
  };
  const name = content.name.text;
  const slides = deck.slides.map((slide, at) => toSlide(slide, at, deck, name));
  return `<!doctype html>
<html lang="${escapeText(deck.lang)}" dir="${directionOf(deck.lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex, nofollow">
<title>${escapeText(name)}</title>
<style>${parts.style}</style>
</head>
<body>
<main class="show">
${slides.join("\n")}
</main>
<script type="application/json" id="pack">${toData(data)}</script>
<script>${parts.script}</script>
</body>
</html>
`;
};
