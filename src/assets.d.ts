// What the build makes of imports that are not TypeScript.
declare module "*.css";

/** The address of a worker's own file, to be passed through `trustedWorkerUrl`. */
declare module "*?worker&url" {
  const url: string;
  // biome-ignore lint/style/noDefaultExport: the build decides the form of this import.
  export default url;
}
