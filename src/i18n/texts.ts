// The texts people read. Namespaces are loaded as a screen needs them and change language together;
// a draft language speaks English where it has no words of its own.
import { createInstance } from "i18next";
import { createFormat, type Format } from "./format.ts";
import {
  english,
  type InterfaceCode,
  type InterfaceLanguage,
  interfaceLanguage,
} from "./languages.ts";
import type { Namespace, Translate } from "./resources.ts";

/** Rejects when the file cannot be had: not there, or offline before it was kept. */
export type LoadTexts = (code: InterfaceCode, namespace: Namespace) => Promise<object>;

export interface Texts {
  /** Texts of one namespace, in the language of now. The namespace must have been needed before. */
  readonly translate: <N extends Namespace>(namespace: N) => Translate<N>;
  readonly language: () => InterfaceLanguage;
  /** The language that a namespace is really spoken in: English under a draft that lacks it. */
  readonly spoken: (namespace: Namespace) => InterfaceLanguage;
  readonly format: () => Format;
  /** Loads namespaces; repeated calls cost nothing. */
  readonly need: (...namespaces: readonly Namespace[]) => Promise<void>;
  /** Loads every namespace needed so far, then switches. The language stays as it was when that rejects. */
  readonly change: (code: InterfaceCode) => Promise<void>;
  /** Calls after every change of language; returns how to stop. */
  readonly onChange: (listener: () => void) => () => void;
}

export type TextsOptions = {
  readonly language: InterfaceCode;
  readonly namespaces: readonly Namespace[];
  /** `<html>`, whose lang and dir follow the language. */
  readonly root?: { lang: string; dir: string };
  readonly load: LoadTexts;
  readonly timeZone?: string;
};

const spokenBy = (language: InterfaceLanguage, namespace: Namespace): InterfaceLanguage =>
  language.namespaces === "all" || language.namespaces.includes(namespace) ? language : english;

/** Resolves when the first namespaces are there. */
export const createTexts = async (options: TextsOptions): Promise<Texts> => {
  const { root, load, timeZone } = options;
  const i18n = createInstance();
  await i18n.init({
    lng: options.language,
    fallbackLng: "en",
    ns: [],
    resources: {},
    interpolation: { escapeValue: false }, // Preact escapes; twice would show &amp;.
  });
  const needed = new Set<Namespace>();
  const listeners = new Set<() => void>();
  let language = interfaceLanguage(options.language);
  let format = createFormat(language, timeZone);

  const fetchInto = async (target: InterfaceLanguage, namespaces: readonly Namespace[]) => {
    await Promise.all(
      namespaces.map(async (namespace) => {
        const { code } = spokenBy(target, namespace);
        if (i18n.hasResourceBundle(code, namespace)) return;
        i18n.addResourceBundle(code, namespace, await load(code, namespace));
      }),
    );
  };
  const mark = () => {
    if (!root) return;
    root.lang = language.code;
    root.dir = language.dir;
  };

  const texts: Texts = {
    translate: (namespace) => {
      const t = i18n.getFixedT(spokenBy(language, namespace).code, namespace);
      // The keys are typed by our own resources; i18next's own types are left untyped.
      return (key, values) => t(key as string, { ...values });
    },
    language: () => language,
    spoken: (namespace) => spokenBy(language, namespace),
    format: () => format,
    need: async (...namespaces) => {
      await fetchInto(language, namespaces);
      for (const namespace of namespaces) needed.add(namespace);
    },
    change: async (code) => {
      const next = interfaceLanguage(code);
      await fetchInto(next, [...needed]);
      language = next;
      format = createFormat(next, timeZone);
      mark();
      for (const listener of listeners) listener();
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  await texts.need(...options.namespaces);
  mark();
  return texts;
};
