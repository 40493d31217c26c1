// express-pouchdb as its own guide starts it: `node pouch-server.ts FOLDER`, over LevelDB. Says its port once it listens.
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";

const load = createRequire(import.meta.url);
const PouchDB = load("pouchdb-node");
const prefix = `${process.argv[2]}/`;
const app = load("express")();
app.use(
  load("express-pouchdb")(PouchDB.defaults({ prefix }), {
    ...{ mode: "minimumForPouchDB", inMemoryConfig: true, logPath: `${prefix}log.txt` },
  }),
);
const server = app.listen(0, "127.0.0.1", () => {
  process.stdout.write(`port ${(server.address() as AddressInfo).port}\n`);
});
