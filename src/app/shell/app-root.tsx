// What stands round every screen: words, live regions, settings, and the one boundary for faults of our own.
import { type ComponentChildren, createContext } from "preact";
import { useContext, useErrorBoundary } from "preact/hooks";
import type { Texts } from "../../i18n/texts.ts";
import { type Announcer, AnnouncerContext, LiveRegions } from "../../ui/announcer.tsx";
import { Button } from "../../ui/button.tsx";
import { Alert } from "../../ui/message.tsx";
import { TextsContext, useT } from "../../ui/use-texts.ts";
import type { SettingsModel } from "./settings.ts";

const SettingsContext = createContext<SettingsModel | undefined>(undefined);

export const useSettings = (): SettingsModel => {
  const model = useContext(SettingsContext);
  if (!model) throw new Error("settings are used outside AppRoot");
  return model;
};

export type RescueActions = {
  /** Saves every note of the open session to a file, without any screen. */
  readonly saveNotes?: (() => void) | undefined;
  readonly reload: () => void;
};

export type AppRootProps = RescueActions & {
  readonly texts: Texts;
  readonly announcer: Announcer;
  readonly settings: SettingsModel;
  readonly children: ComponentChildren;
};

export const AppRoot = ({ texts, announcer, settings, children, ...rescue }: AppRootProps) => (
  <TextsContext.Provider value={texts}>
    <AnnouncerContext.Provider value={announcer}>
      <SettingsContext.Provider value={settings}>
        <LiveRegions />
        <Boundary {...rescue}>{children}</Boundary>
      </SettingsContext.Provider>
    </AnnouncerContext.Provider>
  </TextsContext.Provider>
);

const Boundary = ({
  saveNotes,
  reload,
  children,
}: RescueActions & { readonly children: ComponentChildren }) => {
  const t = useT("common");
  // The page hears of it too: whoever keeps the types of faults listens there.
  const [fault] = useErrorBoundary((thrown) => window.reportError?.(thrown));
  if (!fault) return <>{children}</>;
  return (
    <main class="page page-column">
      <Alert
        title={t("crash.title")}
        actions={
          <>
            {saveNotes && (
              <Button kind="primary" onClick={saveNotes}>
                {t("crash.saveNotes")}
              </Button>
            )}
            <Button onClick={reload}>{t("crash.reload")}</Button>
          </>
        }
      >
        <p>{t("crash.body")}</p>
      </Alert>
    </main>
  );
};
