// The statement of this service: the file beside the app, filled in by whoever offers it, kept while the app is open.
import { readOwnFile } from "../browser-platform.ts";
import { AccessibilityScreen } from "./accessibility-screen.tsx";
import { createStatementModel } from "./statement.ts";

const statement = createStatementModel(() => readOwnFile("accessibility.json"));

export const OwnStatement = () => <AccessibilityScreen model={statement} />;
