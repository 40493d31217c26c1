// Where the texts lie that nobody needs before the first keystroke: a long list, kept out of the first load.
export const laterUrls = import.meta.glob<string>(
  ["../../locales/*/*.json", "!../../locales/*/{common,errors,session,scribe,device}.json"],
  { query: "?url", import: "default", eager: true },
);
