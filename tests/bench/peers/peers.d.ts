// As much of the peers' shapes as the bench uses: they are installed by the bench alone, so the compiler may not find them.
declare module "pouchdb-browser" {
  type Doc = { readonly _id: string };
  type Answer = { readonly ok?: boolean };
  type Pouch = {
    put(doc: Doc): Promise<Answer>;
    bulkDocs(docs: readonly Doc[]): Promise<readonly Answer[]>;
    info(): Promise<{ readonly doc_count: number }>;
    destroy(): Promise<unknown>;
  };
  const PouchDB: new (name: string, options?: object) => Pouch;

  // biome-ignore lint/style/noDefaultExport: the shape of the peer itself.
  export { PouchDB as default };
}
declare module "rxdb" {
  export type RxCollection = {
    readonly insert: (doc: object) => Promise<unknown>;
    readonly bulkInsert: (
      docs: readonly object[],
    ) => Promise<{ readonly error: readonly unknown[] }>;
    readonly count: () => { readonly exec: () => Promise<number> };
  };
  export type RxDatabase = {
    readonly addCollections: (schemas: object) => Promise<Readonly<Record<string, RxCollection>>>;
    readonly remove: () => Promise<unknown>;
  };
  export const createRxDatabase: (options: object) => Promise<RxDatabase>;
}
declare module "rxdb/plugins/storage-dexie" {
  export const getRxStorageDexie: () => object;
}
declare module "minisearch" {
  type Mini = {
    addAll(documents: readonly object[]): void;
    search(query: string, options?: object): readonly { readonly id: number }[];
  };
  const MiniSearch: new (options: object) => Mini;

  // biome-ignore lint/style/noDefaultExport: the shape of the peer itself.
  export { MiniSearch as default };
}
