// Texts come as data, not as script, which costs a cheap tablet several times less. One file per language and
// namespace; the service worker keeps all of them.
import type { LoadTexts } from "./texts.ts";

/** Of the screens at the table; the others' addresses come with the first of them. */
const firstUrls = import.meta.glob<string>(
  "../../locales/*/{common,errors,session,scribe,device}.json",
  { query: "?url", import: "default", eager: true },
);

export const loadTexts: LoadTexts = async (code, namespace) => {
  const path = `../../locales/${code}/${namespace}.json`;
  const url = firstUrls[path] ?? (await import("./later-texts.ts")).laterUrls[path];
  if (url === undefined) throw new Error(`no texts ${code}/${namespace}`);
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`texts ${code}/${namespace}: ${answer.status}`);
  return answer.json();
};
