// What a mask says, in the language of the note and not of the app: the note is read by others. Content, so no locale.
import type { HintKind } from "../../domain/privacy/hint.ts";
import type { MaskWords } from "../../domain/privacy/mask-hint.ts";

const finnish: MaskWords = {
  henkilotunnus: "henkilötunnus",
  iban: "tilinumero",
  email: "sähköpostiosoite",
  phone: "puhelinnumero",
  plate: "rekisterinumero",
  address: "osoite",
  name: "nimi",
  "role-place": "henkilö",
  "only-one": "henkilö",
};
const wordsOf: Readonly<Record<string, MaskWords>> = {
  fi: finnish,
  sv: {
    henkilotunnus: "personbeteckning",
    iban: "kontonummer",
    email: "e-postadress",
    phone: "telefonnummer",
    plate: "registernummer",
    address: "adress",
    name: "namn",
    "role-place": "person",
    "only-one": "person",
  },
  en: {
    henkilotunnus: "personal identity code",
    iban: "account number",
    email: "e-mail address",
    phone: "phone number",
    plate: "number plate",
    address: "address",
    name: "name",
    "role-place": "a person",
    "only-one": "a person",
  },
};

/** In a language without words of its own, Finnish: those who read the notes read it. */
export const maskWordOf = (lang: string, kind: HintKind): string =>
  (wordsOf[lang.split("-")[0] ?? ""] ?? finnish)[kind];
