import { expect, test } from "@jest/globals";
import { PGlite } from "@electric-sql/pglite";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import { openQueue, perform } from "../../src/queue/index.ts";
import { count, quietLog, until } from "./jobs.ts";
import { queueSuite } from "./suite.ts";

const server = process.env["TEST_DATABASE_URL"];

if (server) {
  const open = async () => ({ options: { databaseUrl: server }, close: async () => {} });
  queueSuite("a Postgres server", open, { severalProcesses: true });
}

// Always run, for it needs no server: the same code over Postgres' wire protocol. Not the whole suite, because NOTIFY
// does not come through this socket and every idle start takes seconds.
test("two processes share a Postgres by its URL", async () => {
  const database = await PGlite.create("memory://");
  // All connections share PGlite's one session, and it does not take the search path from a connection's options.
  await database.exec("ALTER DATABASE postgres SET search_path TO bullmq; SET search_path TO bullmq");
  const wire = new PGLiteSocketServer({ db: database, port: 0, host: "127.0.0.1", maxConnections: 100 });
  await wire.start();
  const options = { databaseUrl: `postgres://postgres@${wire.getServerConn()}/postgres`, log: quietLog };
  const [web, worker] = await Promise.all([openQueue(options), openQueue(options)]);
  try {
    const done: number[] = [];
    await web.addMany(count, [{ data: { n: 1 } }, { data: { n: 2 } }]);
    await worker.work([perform(count, async ({ n }) => void done.push(n))]);
    await until(() => done.length === 2);
    await web.store.set("key", "value");
    const seen = await worker.store.get("key");
    expect([web.kind, done, seen]).toEqual(["postgres", [1, 2], "value"]);
  } finally {
    await Promise.all([web.close(), worker.close()]);
    await wire.stop();
    await database.close();
  }
});
