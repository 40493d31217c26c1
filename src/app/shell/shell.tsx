// Header, main and footer. `page` scrolls as a whole; `fixed` fills the window above the keyboard, and its screen
// scrolls inside. Screens draw the shell themselves, so that title and status are plain props.
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { interfaceLanguages } from "../../i18n/languages.ts";
import { Button } from "../../ui/button.tsx";
import { Mark, MarkIcon } from "../../ui/mark.tsx";
import { Menu } from "../../ui/menu.tsx";
import { useT, useTexts } from "../../ui/use-texts.ts";
import { useSettings } from "./app-root.tsx";
import { followViewport } from "./viewport.ts";
import "./shell.css";

export type ShellProps = {
  /** Where one is: the session's or the desk's name. */
  readonly title?: ComponentChildren;
  /** "Tallennettu tähän laitteeseen 18.42": always in words, always in sight. */
  readonly status?: ComponentChildren;
  /** The screen's own controls in the header: a clock, the next question. */
  readonly tools?: ComponentChildren;
  readonly layout?: "page" | "fixed";
  /** A page that is read in between: an app on the Home Screen has no button of the browser to leave it by. */
  readonly hasBack?: boolean;
  readonly children: ComponentChildren;
};

const LanguageMenu = () => {
  const t = useT("common");
  const now = useTexts().language();
  const { change } = useSettings();
  return (
    <Menu
      label={`${t("language.menu")}: ${now.endonym}`}
      face={
        <>
          <span lang={now.code}>{now.endonym}</span> <span aria-hidden="true">▾</span>
        </>
      }
      items={interfaceLanguages.map((language) => ({
        label: language.draft
          ? t("language.draft", { language: language.endonym })
          : language.endonym,
        lang: language.code,
        checked: language.code === now.code,
        onSelect: () => void change({ language: language.code }),
      }))}
    />
  );
};

export const Shell = (props: ShellProps) => {
  const { title, status, tools, layout = "page", hasBack, children } = props;
  const t = useT("common");
  const main = useRef<HTMLElement>(null);
  useEffect(() => (layout === "fixed" ? followViewport(window) : undefined), [layout]);
  return (
    <div class={`shell shell-${layout}`}>
      <button type="button" class="skip unseen" onClick={() => main.current?.focus()}>
        {t("place.skip")}
      </button>
      <header class="shell-head">
        <a class="shell-mark" href="#/" aria-label={t("place.start")}>
          {title ? <MarkIcon /> : <Mark />}
        </a>
        {title && <p class="shell-title">{title}</p>}
        {hasBack && <Back />}
        <div class="shell-status">{status}</div>
        {tools && <div class="shell-tools">{tools}</div>}
        <div class="shell-menu">
          <LanguageMenu />
          <a class="button button-quiet" href="#/settings" aria-label={t("place.settings")}>
            <SettingsSign />
          </a>
        </div>
      </header>
      <main ref={main} class="shell-main" tabIndex={-1}>
        {children}
      </main>
      {layout === "page" && <Footer />}
    </div>
  );
};

const Back = () => {
  const t = useT("common");
  const leave = () => {
    if (history.length > 1) history.back();
    else location.hash = "#/";
  };
  return (
    <Button kind="quiet" onClick={leave}>
      <span aria-hidden="true" class="mirrored">
        ‹
      </span>
      {t("action.back")}
    </Button>
  );
};

/** Two sliders: drawn, because the word does not fit beside a title on a phone. */
const SettingsSign = () => (
  <svg class="sign" viewBox="0 0 24 24" aria-hidden="true">
    <path d="M3 8h9m6 0h3M3 16h3m6 0h9" />
    <circle cx="15" cy="8" r="3" />
    <circle cx="9" cy="16" r="3" />
  </svg>
);

const Footer = () => {
  const t = useT("common");
  return (
    <footer class="shell-foot">
      <nav aria-label={t("place.footer")}>
        <a href="#/settings">{t("place.settings")}</a>
        <a href="#/help">{t("place.help")}</a>
        <a href="#/accessibility">{t("place.accessibility")}</a>
        <a href="#/privacy">{t("place.privacy")}</a>
      </nav>
    </footer>
  );
};
