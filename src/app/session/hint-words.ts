// A hint in words: what it may be and why it was pointed out.
import type { HintKind, HintReason, PrivacyHint } from "../../domain/privacy/hint.ts";
import type { Translate } from "../../i18n/resources.ts";

const sureKeys = {
  henkilotunnus: "sure.henkilotunnus",
  iban: "sure.iban",
  email: "sure.email",
  phone: "sure.phone",
  plate: "sure.plate",
  address: "sure.address",
  name: "sure.name",
  "role-place": "sure.rolePlace",
  "only-one": "sure.onlyOne",
} as const satisfies Record<HintKind, string>;

const maybeKeys = {
  henkilotunnus: "maybe.henkilotunnus",
  iban: "maybe.iban",
  email: "maybe.email",
  phone: "maybe.phone",
  plate: "maybe.plate",
  address: "maybe.address",
  name: "maybe.name",
  "role-place": "maybe.rolePlace",
  "only-one": "maybe.onlyOne",
} as const satisfies Record<HintKind, string>;

const reasonKeys = {
  "code-checked": "reason.codeChecked",
  "code-dated": "reason.codeDated",
  "code-shaped": "reason.codeShaped",
  "iban-checked": "reason.ibanChecked",
  "iban-shaped": "reason.ibanShaped",
  "email-shaped": "reason.emailShaped",
  "phone-international": "reason.phoneInternational",
  "phone-mobile": "reason.phoneMobile",
  "phone-shaped": "reason.phoneShaped",
  "phone-announced": "reason.phoneAnnounced",
  "plate-shaped": "reason.plateShaped",
  "plate-announced": "reason.plateAnnounced",
  "street-number": "reason.streetNumber",
  "postcode-town": "reason.postcodeTown",
  "name-introduced": "reason.nameIntroduced",
  "name-titled": "reason.nameTitled",
  "name-listed": "reason.nameListed",
  "name-paired": "reason.namePaired",
  "name-surname": "reason.nameSurname",
  "name-capital": "reason.nameCapital",
  "role-and-place": "reason.roleAndPlace",
  "one-of-group": "reason.oneOfGroup",
} as const satisfies Record<HintReason, string>;

type T = Translate<"hints">;

export const hintTitle = (t: T, { kind, certainty }: PrivacyHint): string =>
  t(certainty === "sure" ? sureKeys[kind] : maybeKeys[kind]);

export const hintReason = (t: T, { reason }: PrivacyHint): string => t(reasonKeys[reason]);

/** "Ei ole nimi", and the same with the word behind it for those who listen. */
export const notWords = (
  t: T,
  { kind, text }: PrivacyHint,
): { readonly shown: string; readonly spoken: string } =>
  kind === "name"
    ? { shown: t("notName"), spoken: t("notNameOf", { text }) }
    : { shown: t("notPersonal"), spoken: t("notPersonalOf", { text }) };
