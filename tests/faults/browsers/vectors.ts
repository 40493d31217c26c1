// Texts that would run as a program wherever someone puts a person's words into a page as markup, an address, a template
// or a translation. Each tells `__pwned` which one it was.

const beginnings: readonly string[] = [
  "",
  '">',
  "'>",
  "</p>",
  "</textarea>",
  "</title>",
  "</script>",
  "</style>",
  "-->",
  "]]>",
  "&lt;/p&gt;",
  "\u202E",
  "<!--",
  "{{",
  "`${",
];

const call = "window.__pwned=1";
const bodies: readonly string[] = [
  `<script>${call}</script>`,
  `<ScRiPt>${call}</sCrIpT>`,
  `<scr<script>ipt>${call}</scr</script>ipt>`,
  `<script src=data:text/javascript,${call}></script>`,
  `<script type=module>${call}</script>`,
  `<img src=x onerror=${call}>`,
  `<img src=x onerror="${call}">`,
  `<img/src=x/onerror=${call}>`,
  `<IMG SRC=x ONERROR=&#119;&#105;ndow.__pwned=1>`,
  `<svg onload=${call}>`,
  `<svg><script>${call}</script></svg>`,
  `<svg><animate onbegin=${call} attributeName=x dur=1s>`,
  `<svg><a xlink:href="javascript:${call}"><text y=20>x</text></a></svg>`,
  `<math><mtext><table><mglyph><style><!--</style><img src=x onerror=${call}>`,
  `<noscript><p title="</noscript><img src=x onerror=${call}>">`,
  `<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=${call}>`,
  `<details open ontoggle=${call}>x</details>`,
  `<video><source onerror=${call}></video>`,
  `<audio src=x onerror=${call}>`,
  `<iframe srcdoc="<script>parent.__pwned=1</script>"></iframe>`,
  `<iframe src="javascript:parent.__pwned=1"></iframe>`,
  `<object data="javascript:${call}"></object>`,
  `<embed src="javascript:${call}">`,
  `<a href="javascript:${call}">tästä</a>`,
  `<a href="java&#10;script:${call}">tästä</a>`,
  `<body onload=${call}>`,
  `<input autofocus onfocus=${call}>`,
  `<select autofocus onfocus=${call}></select>`,
  `<marquee onstart=${call}>x</marquee>`,
  `<style>@import "javascript:${call}";</style>`,
  `<link rel=stylesheet href="data:text/css,*{}">`,
  `<meta http-equiv=refresh content="0;url=javascript:${call}">`,
  `<base href="//127.0.0.1:9/">`,
  `<template><img src=x onerror=${call}></template>`,
  `<button popovertarget=x onclick=${call}>x</button>`,
  `<div style="background:url(javascript:${call})">x</div>`,
  `<div onpointerover="${call}" style="position:fixed;inset:0">x</div>`,
  `<p contenteditable onbeforeinput=${call}>x</p>`,
  `javascript:${call}`,
  `data:text/html,<script>parent.__pwned=1</script>`,
  `{{constructor.constructor('${call}')()}}`,
  `{{count}} {{session}} {{__proto__}}`,
  `$t(common:action.retry) $t(x, {"y": "<img src=x onerror=${call}>"})`,
  `{count, plural, one {<img src=x onerror=${call}>} other {#}}`,
  `\${${call}}`,
  `<%= ${call} %>`,
  `#{${call}}`,
  `__proto__`,
  `constructor`,
  `=HYPERLINK("javascript:${call}")`,
];

/** `count` of them, no two alike: every body behind every beginning, in an order that mixes both. */
export const listVectors = (count: number): readonly string[] => {
  const all = beginnings.flatMap((beginning, turn) =>
    bodies.map((_, at) => `${beginning}${bodies[(at + turn) % bodies.length]}`),
  );
  return [...new Set(all)].slice(0, count);
};

/** Joined into as few texts as a field of this length allows. */
export const packVectors = (vectors: readonly string[], length: number): readonly string[] => {
  const packed: string[] = [];
  for (const vector of vectors) {
    const last = packed.at(-1);
    if (last !== undefined && last.length + vector.length < length)
      packed[packed.length - 1] = `${last} ${vector}`;
    else packed.push(vector);
  }
  return packed;
};
