// Language, look and ways of writing on this device. Every change holds at once; there is no save button.
import { interfaceLanguages } from "../../i18n/languages.ts";
import { Checkbox, RadioList } from "../../ui/choice.tsx";
import { Alert, Message } from "../../ui/message.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { useT, useTexts } from "../../ui/use-texts.ts";
import type { AppDeps } from "../deps.ts";
import { errorText } from "../error-key.ts";
import { PinPart } from "../guard/pin-part.tsx";
import { useSettings } from "./app-root.tsx";
import { docks, textSizes, themes } from "./settings.ts";
import { Shell } from "./shell.tsx";
import { SupportLink } from "./support-link.tsx";

const themeKeys = { system: "theme.system", light: "theme.light", dark: "theme.dark" } as const;
const sizeKeys = {
  normal: "textSize.normal",
  large: "textSize.large",
  larger: "textSize.larger",
} as const;
const dockKeys = {
  bottom: "dock.bottom",
  top: "dock.top",
  left: "dock.left",
  right: "dock.right",
} as const;

export const SettingsScreen = ({ deps }: { readonly deps?: AppDeps }) => {
  const box = deps?.workspace.open.value;
  const t = useT("settings");
  const errors = useT("errors");
  const support = useT("support");
  const { failure } = useSettings();
  return (
    <Shell hasBack>
      <Page title={t("title")} lead={t("lead")} namespace="settings">
        {failure.value && <Alert>{errorText(errors, failure.value)}</Alert>}
        <Language />
        <Look />
        <Writing />
        {deps && box && <PinPart deps={deps} box={box} />}
        <Section title={support("title")}>
          <SupportLink />
        </Section>
      </Page>
    </Shell>
  );
};

const Language = () => {
  const t = useT("settings");
  const common = useT("common");
  const now = useTexts().language();
  const { change } = useSettings();
  return (
    <>
      <RadioList
        legend={t("language.title")}
        hint={t("language.hint")}
        value={now.code}
        onChange={(language) => void change({ language })}
        options={interfaceLanguages.map(({ code, endonym, dir, draft }) => ({
          value: code,
          label: draft ? common("language.draft", { language: endonym }) : endonym,
          lang: code,
          dir,
        }))}
      />
      {now.draft && (
        <Message>
          <p lang={now.code} dir={now.dir}>
            {common("language.draftNotice")}
          </p>
        </Message>
      )}
    </>
  );
};

const Look = () => {
  const t = useT("settings");
  const { settings, change } = useSettings();
  return (
    <Section title={t("section.look")}>
      <RadioList
        legend={t("theme.title")}
        value={settings.value.theme}
        onChange={(theme) => void change({ theme })}
        options={themes.map((value) => ({ value, label: t(themeKeys[value]) }))}
      />
      <RadioList
        legend={t("textSize.title")}
        value={settings.value.textSize}
        onChange={(textSize) => void change({ textSize })}
        options={textSizes.map((value) => ({ value, label: t(sizeKeys[value]) }))}
      />
    </Section>
  );
};

const Writing = () => {
  const t = useT("settings");
  const { settings, change } = useSettings();
  return (
    <Section title={t("section.writing")}>
      <Checkbox
        label={t("enterAddsLine.label")}
        hint={t("enterAddsLine.hint")}
        checked={settings.value.enterAddsLine}
        onChange={(enterAddsLine) => void change({ enterAddsLine })}
      />
      <Checkbox
        label={t("inlineCodes.label")}
        hint={t("inlineCodes.hint")}
        checked={settings.value.inlineCodes}
        onChange={(inlineCodes) => void change({ inlineCodes })}
      />
      <Checkbox
        label={t("spellCheck.label")}
        hint={t("spellCheck.hint")}
        checked={settings.value.spellCheck}
        onChange={(spellCheck) => void change({ spellCheck })}
      />
      <Checkbox
        label={t("privacyHints.label")}
        hint={t("privacyHints.hint")}
        checked={settings.value.privacyHints}
        onChange={(privacyHints) => void change({ privacyHints })}
      />
      <RadioList
        legend={t("dock.title")}
        hint={t("dock.hint")}
        value={settings.value.dock}
        onChange={(dock) => void change({ dock })}
        options={docks.map((value) => ({ value, label: t(dockKeys[value]) }))}
      />
    </Section>
  );
};
