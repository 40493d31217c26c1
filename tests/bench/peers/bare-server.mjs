// The least that could keep what is posted to it: each body at the end of a file, flushed, then answered with its length.
import { open } from "node:fs/promises";
import { createServer } from "node:http";

const file = await open(`${process.argv[2]}/bare.log`, "a");
const server = createServer(async (request, response) => {
  const parts = [];
  for await (const part of request) parts.push(part);
  const body = Buffer.concat(parts);
  await file.appendFile(body);
  await file.sync();
  response.writeHead(200).end(String(body.length));
});
server.listen(0, "127.0.0.1", () => process.stdout.write(`port ${server.address().port}\n`));
