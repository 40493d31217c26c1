// A PouchDB server as its own package starts one, as small as it can be.
import express from "express";
import expressPouch from "express-pouchdb";
import PouchDB from "pouchdb-node";

const folder = process.argv[2];
const Pouch = PouchDB.defaults({ prefix: `${folder}/` });
const app = express();
const options = {
  mode: "minimumForPouchDB",
  configPath: `${folder}/config.json`,
  logPath: `${folder}/log.txt`,
};
app.use("/", expressPouch(Pouch, options));
const server = app.listen(0, "127.0.0.1", () =>
  process.stdout.write(`port ${server.address().port}\n`),
);
