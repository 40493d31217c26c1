// Loaded into a hub process before its own code: counts what it asks of its database and, once told a number on its
// standard input, kills the process there. Even points lie before a statement, odd ones after it and before its answer.
import Sqlite from "better-sqlite3";
import pg from "pg";

let left = Number.POSITIVE_INFINITY;
process.stdin.on("data", (text) => {
  left = Number(text.toString());
  process.stderr.write(`armed ${left}\n`);
});
process.stdin.unref();

const point = (): void => {
  if (left === 0) process.kill(process.pid, "SIGKILL");
  left -= 1;
};

type Method = (this: unknown, ...words: unknown[]) => unknown;
/** Wraps a method of a library's class; nothing else of it is touched. */
const wrap = (owner: object, name: string, around: (method: Method) => Method): void => {
  const methods = owner as Record<string, Method>; // The prototypes below have these methods.
  const method = methods[name];
  if (method) methods[name] = around(method);
};

const watched = new WeakSet<object>();
wrap(
  Sqlite.prototype,
  "prepare",
  (prepare) =>
    function (...words) {
      const statement = prepare.apply(this, words) as object;
      if (watched.has(statement)) return statement;
      watched.add(statement);
      for (const name of ["run", "all", "get"]) {
        wrap(
          statement,
          name,
          (method) =>
            function (...values) {
              point();
              const answer = method.apply(this, values);
              point();
              return answer;
            },
        );
      }
      return statement;
    },
);

wrap(
  pg.Client.prototype,
  "query",
  (query) =>
    function (...words) {
      point();
      const answer = query.apply(this, words);
      if (!(answer instanceof Promise)) return answer;
      return answer.finally(point);
    },
);
