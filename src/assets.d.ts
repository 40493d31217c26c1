// What the build makes of imports that are not TypeScript.
declare module "*.css";

/** The address of a worker's own file, to be passed through `trustedWorkerUrl`. */
declare module "*?worker&url" {
  const url: string;
  // biome-ignore lint/style/noDefaultExport: the build decides the form of this import.
  export default url;
}

interface ImportMeta {
  /** The build replaces the call by the files it finds; the pattern has to be a literal. */
  readonly glob: <T>(
    pattern: string | readonly string[],
    options: { readonly query: string; readonly import: string; readonly eager: true },
  ) => Readonly<Record<string, T>>;
}

/** A file as text. */
declare module "*?raw" {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: the build decides the form of this import.
  export default text;
}
