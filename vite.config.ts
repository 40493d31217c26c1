// Build and tests. Hash routes and relative paths, so that the same files work from any folder of any web space.
import { fileURLToPath } from "node:url";
import preact from "@preact/preset-vite";
import { VitePWA } from "vite-plugin-pwa";
import { defineConfig } from "vitest/config";
import { contentPolicyPlugin } from "./tests/tools/content-policy.ts";
import { devHubPlugin } from "./tests/tools/dev-hub.ts";
import { webManifest } from "./tests/tools/web-manifest.ts";

const isTest = process.env.VITEST !== undefined;

const serviceWorker = VitePWA({
  strategies: "injectManifest",
  srcDir: "src/sw",
  filename: "sw.ts",
  registerType: "prompt",
  injectRegister: false,
  manifest: webManifest,
  includeManifestIcons: false,
  injectManifest: {
    // Everything the app shows, all languages and fonts included; not what only an auditor fetches.
    globPatterns: ["**/*.{html,js,css,woff2,svg,json}"],
    globIgnores: ["schemas/**"],
    maximumFileSizeToCacheInBytes: 4 * 1024 * 1024,
  },
});

// Vite wraps every lazy import for its lists of what to preload. Ours are all empty (styles are one file, and the service
// worker has everything), so a kilobyte of the first load would do nothing.
const wrappedImport =
  /\b[\w$]+\((?:async\(\)=>\{let\{([^}]*)\}=await import\((`[^`]+`)\);return\{\1\}\}|\(\)=>import\((`[^`]+`)\)),\[\],import\.meta\.url\)/g;
const barePreload = {
  name: "bare-preload",
  enforce: "pre" as const,
  load: (id: string) =>
    id.endsWith("vite/preload-helper.js")
      ? "export const __vitePreload = (load) => load();"
      : undefined,
  generateBundle: {
    order: "post" as const,
    handler: (_options: object, bundle: Readonly<Record<string, object>>) => {
      for (const file of Object.values(bundle)) {
        if ("code" in file && typeof file.code === "string") {
          file.code = file.code.replaceAll(wrappedImport, "import($2$3)");
        }
      }
    },
  },
};

// All that the live screen needs at once lies in one file beside the entry. Left to itself the bundler cuts a piece of its
// own for whatever another screen uses too, and each piece costs the first load a hundred bytes.
type Graph = {
  readonly getModuleInfo: (id: string) => { readonly importedIds: readonly string[] } | null;
};
const reach = (graph: Graph, from: readonly string[]): ReadonlySet<string> => {
  const found = new Set<string>();
  const open = [...from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    open.push(...(graph.getModuleInfo(id)?.importedIds ?? []));
  }
  return found;
};
const source = (path: string) => fileURLToPath(new URL(`src/app/${path}`, import.meta.url));
const liveScreen = source("scribe/capture-screen.tsx");
const ofLiveScreen = (id: string, graph: Graph): string | null => {
  const isIn = (path: string) => reach(graph, [path]).has(id);
  return id !== liveScreen && isIn(liveScreen) && !isIn(source("main.tsx")) ? "live-screen" : null;
};

export default defineConfig({
  base: "./",
  // The library's own wrapper takes a file in which nothing can be left out: 3 kB more on every first load.
  resolve: { alias: [{ find: /^dexie$/, replacement: "dexie/dist/modern/dexie.mjs" }] },
  plugins: [
    preact(),
    ...(isTest ? [] : [barePreload, contentPolicyPlugin(), devHubPlugin(8788), serviceWorker]),
  ],
  build: {
    target: "es2022",
    sourcemap: false,
    manifest: true,
    modulePreload: false,
    cssCodeSplit: false,
    // Nothing becomes a data: address, which the content policy would refuse for fonts.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: ofLiveScreen, includeDependenciesRecursively: false }] },
      },
    },
  },
  worker: {
    format: "es",
    rolldownOptions: { output: { entryFileNames: "assets/workers/[name]-[hash].js" } },
  },
  test: {
    // Deriving keys is slow on purpose, and slower on a busy machine; nothing here tests speed.
    testTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: "node",
          environment: "node",
          include: ["tests/{unit,contract,journey,architecture,faults}/**/*.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "screens",
          environment: "happy-dom",
          include: ["tests/screens/**/*.test.tsx"],
        },
      },
      {
        // Whole browsers of three engines, with the built app: what no engine in Node can tell.
        extends: true,
        test: {
          name: "engines",
          environment: "node",
          include: ["tests/faults/browsers/*.engines.ts"],
          globalSetup: ["tests/faults/browsers/build-first.ts"],
          fileParallelism: false,
        },
      },
      {
        // Looks at the built app: `npm run build` comes first.
        extends: true,
        test: { name: "built", environment: "node", include: ["tests/architecture/*.built.ts"] },
      },
    ],
  },
});
