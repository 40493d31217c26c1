// The three engines that carry the app, in the order of how quickly they start.
import { chromiumEngine } from "./chromium-window.ts";
import type { Engine } from "./engine.ts";
import { firefoxEngine } from "./firefox-window.ts";
import { webkitEngine } from "./webkit-window.ts";

export const engines: readonly Engine[] = [chromiumEngine, firefoxEngine, webkitEngine];
