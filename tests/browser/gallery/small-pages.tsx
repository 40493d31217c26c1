// The shell's own pages, each under its address.
import statement from "../../../public/accessibility.json";
import { AccessibilityScreen } from "../../../src/app/shell/accessibility-screen.tsx";
import { HelpScreen } from "../../../src/app/shell/help-screen.tsx";
import { NotFoundScreen } from "../../../src/app/shell/not-found-screen.tsx";
import { PrivacyScreen } from "../../../src/app/shell/privacy-screen.tsx";
import { SettingsScreen } from "../../../src/app/shell/settings-screen.tsx";
import { createStatementModel } from "../../../src/app/shell/statement.ts";

export const smallPages = {
  settings: <SettingsScreen />,
  help: <HelpScreen />,
  privacy: <PrivacyScreen />,
  accessibility: <AccessibilityScreen model={createStatementModel(async () => statement)} />,
  lost: <NotFoundScreen />,
} as const;
