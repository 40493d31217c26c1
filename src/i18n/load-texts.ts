// Texts come as data, not as script, which costs a cheap tablet several times less. One file per language and
// namespace; the service worker keeps all of them.
import type { LoadTexts } from "./texts.ts";

const urls = import.meta.glob<string>("../../locales/*/*.json", {
  query: "?url",
  import: "default",
  eager: true,
});

export const loadTexts: LoadTexts = async (code, namespace) => {
  const url = urls[`../../locales/${code}/${namespace}.json`];
  if (url === undefined) throw new Error(`no texts ${code}/${namespace}`);
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`texts ${code}/${namespace}: ${answer.status}`);
  return answer.json();
};
