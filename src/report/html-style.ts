// The look of an exported page, on a screen and on paper. One constant text: the page's content policy names its digest,
// so that no other style and no script can run in the file.
// Long text is never cut: nothing has a fixed height, and words break rather than leave the page.

export const htmlStyle = `
:root { color-scheme: light dark; --paper: #faf8f3; --ink: #1b2433; --ink-2: #4a5468; --line: #c9c3b6; --accent: #0b5a6f; --danger: #a61b1b; }
@media (prefers-color-scheme: dark) { :root { --paper: #15181e; --ink: #eceae4; --ink-2: #b4b9c4; --line: #3a404b; --accent: #7ccbe0; --danger: #f6a5a0; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.125rem/1.45 "Source Sans 3", "Segoe UI", Vazirmatn, Arial, sans-serif; overflow-wrap: anywhere; }
main, header, footer { max-inline-size: 60rem; margin-inline: auto; padding-inline: 1rem; }
header { padding-block-start: 2.5rem; }
footer { padding-block-end: 2.5rem; color: var(--ink-2); font-size: .9375rem; }
h1 { font-size: 2.25rem; line-height: 1.2; margin: 0; }
h2 { font-size: 1.75rem; line-height: 1.25; margin-block: 2.5rem .75rem; }
h3 { font-size: 1.375rem; line-height: 1.3; margin-block: 1.5rem .5rem; }
p, ul, blockquote { max-inline-size: 36rem; margin-block: 0 .75rem; }
p, li, blockquote, td { white-space: pre-line; }
a { color: var(--accent); }
nav ul { list-style: none; padding: 0; }
nav a { display: inline-block; padding-block: .375rem; }
.made, .evidence, .source, .note { color: var(--ink-2); }
.evidence, .source, .note { font-size: .9375rem; }
.mark { max-inline-size: none; margin: 0; padding: .75rem 1rem; border-block-end: 3px solid var(--danger); color: var(--danger); font-weight: 600; text-align: center; }
.finding { margin-block-end: 1rem; }
.finding p { margin: 0; }
.statement { font-size: 1.25rem; }
blockquote { margin-inline: 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--accent); }
blockquote p { margin: 0; }
figure { margin: 1.5rem 0; }
figcaption { font-weight: 600; margin-block-end: .5rem; max-inline-size: 36rem; }
.picture, .wide { overflow-x: auto; }
svg { display: block; max-inline-size: 100%; block-size: auto; }
.bar, .cell { fill: var(--accent); }
table { border-collapse: collapse; inline-size: 100%; margin-block: .5rem; }
caption { text-align: start; font-weight: 600; padding-block: .5rem; }
th, td { padding: .375rem .75rem .375rem 0; border-block-end: 1px solid var(--line); text-align: start; vertical-align: top; overflow-wrap: normal; }
[dir="rtl"] th, [dir="rtl"] td { padding: .375rem 0 .375rem .75rem; }
thead th { border-block-end-width: 2px; }
tbody th { font-weight: 400; }
.number { text-align: end; font-variant-numeric: tabular-nums; }
.hidden { color: var(--ink-2); font-style: italic; }
.paged { margin: 0; table-layout: fixed; }
.paged > thead > tr > td, .paged > tbody > tr > td { border: 0; padding: 0; white-space: normal; }
@media (forced-colors: active) { .bar { fill: CanvasText; forced-color-adjust: none; } .cell { fill: Canvas; stroke: CanvasText; stroke-opacity: 1; } }
@media print {
  @page { size: A4; margin: 20mm 18mm 22mm; }
  :root { color-scheme: light; --paper: #fff; --ink: #000; --ink-2: #333; --line: #999; --accent: #0b5a6f; --danger: #000; }
  body { font-size: 11pt; }
  main, header, footer { max-inline-size: none; padding-inline: 0; }
  header { padding-block-start: 0; }
  h1 { font-size: 22pt; } h2 { font-size: 16pt; } h3 { font-size: 13pt; } .statement { font-size: 12pt; }
  h1, h2, h3, figcaption, caption { break-after: avoid; }
  p, li, blockquote { orphans: 3; widows: 3; }
  p, ul, blockquote { max-inline-size: none; }
  thead { display: table-header-group; }
  tr, svg { break-inside: avoid; }
  .picture, .wide { overflow: visible; }
  .bar, .cell { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .paged > tbody > tr { break-inside: auto; }
  nav { display: none; }
  a { color: inherit; text-decoration: none; }
}
`;

/** SHA-256 of the style between its tags, base64. A test holds it to the text. */
export const htmlStyleDigest = "2k/BwWQMv6hdhUEwNdVJ4k1VUNBWpwK1WVwsYAU7u2Q=";
