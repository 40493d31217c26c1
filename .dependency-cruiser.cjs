// Who may import whom. One line per folder; everything not listed is forbidden.

const layers = {
  base: { folders: [], packages: ["canonicalize"] },
  domain: { folders: ["base"], packages: ["zod"] },
  analysis: { folders: ["domain", "base"], packages: [] },
  report: {
    folders: ["analysis", "domain", "base"],
    packages: ["docx", "write-excel-file", "fflate"],
  },
  wire: { folders: ["base"], packages: ["zod"] },
  crypto: { folders: ["base"], packages: ["age-encryption"] },
  storage: { folders: ["domain", "base"], packages: ["dexie"] },
  sync: { folders: ["domain", "wire", "base"], packages: ["zod", "fflate", "qr", "uqr"] },
  i18n: { folders: [], packages: ["i18next"] },
  ui: {
    folders: ["i18n", "base"],
    packages: ["preact", "@preact/signals", "@fontsource-variable"],
  },
  app: {
    folders: [
      "ui",
      "i18n",
      "sync",
      "storage",
      "crypto",
      "report",
      "analysis",
      "wire",
      "domain",
      "base",
    ],
    packages: ["preact", "@preact/signals", "workbox-window"],
  },
  sw: { folders: [], packages: ["workbox-precaching", "workbox-routing"] },
  hub: {
    folders: ["wire", "base"],
    packages: ["zod", "hono", "@hono/node-server", "kysely", "better-sqlite3", "pg"],
  },
};

const anyOf = (names) => (names.length === 0 ? "(?!)" : `(${names.join("|")})`);

const perFolder = Object.entries(layers).flatMap(([layer, { folders, packages }]) => [
  {
    name: `${layer}-folders`,
    severity: "error",
    from: { path: `^src/${layer}/` },
    to: { path: "^src/", pathNot: `^src/${anyOf([layer, ...folders])}/` },
  },
  {
    name: `${layer}-packages`,
    severity: "error",
    from: { path: `^src/${layer}/` },
    to: { path: "node_modules/", pathNot: `node_modules/(@types/)?${anyOf(packages)}/` },
  },
]);

module.exports = {
  forbidden: [
    ...perFolder,
    { name: "resolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "no-cycles",
      severity: "error",
      from: { path: "^src/" },
      to: { circular: true },
    },
    {
      name: "roles-stay-apart",
      comment: "What two roles share belongs in ui, or below.",
      severity: "error",
      from: { path: "^src/app/(scribe|facilitator|desk)/" },
      to: { path: "^src/app/(scribe|facilitator|desk)/", pathNot: "^src/app/$1/" },
    },
    {
      name: "one-composition-root",
      comment: "Screens and models see ports; only compose.ts sees what stands behind them.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(app/compose\\.ts|storage/|crypto/|sync/)" },
      to: { path: "^src/(storage/(database|.*-store)|crypto/.*|sync/.*-transport)\\.ts$" },
    },
    {
      name: "node-only-in-hub",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/hub/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "no-tests-in-src",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^tests/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true, // type-only imports are architecture too
    tsConfig: { fileName: "tsconfig.json" },
  },
};
