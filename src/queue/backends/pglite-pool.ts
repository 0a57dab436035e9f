import { EventEmitter } from "node:events";
import type { PGlite } from "@electric-sql/pglite";
import type { PgPool, PgPoolClient } from "bullmq";

const int8 = 20;

/**
 * PGlite as a pool of `pg`, as far as BullMQ and we use one: in the same process, without a socket, so that its NOTIFY
 * arrives at once (over pglite-socket it is lost, and BullMQ falls back to asking every five seconds).
 *
 * PGlite has one session, so all clients share it: each query is a transaction of its own. Only the migrations open one
 * by hand, before anything else uses the pool. See docs/decisions/0002-embedded-queue.md.
 */
export function openPglitePool(database: PGlite, close: () => Promise<void>): PgPool {
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- whoever selects names the columns
  const query = async <Row>(text: string, parameters?: readonly unknown[]) => {
    // As `pg` does: whole numbers of 64 bits come as text, and several statements may come without parameters.
    const options = { parsers: { [int8]: (value: string) => value } };
    const result =
      parameters === undefined || parameters.length === 0
        ? (await database.exec(text, options)).at(-1)
        : await database.query(text, [...parameters], options);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same
    return { rows: (result?.rows ?? []) as Row[], rowCount: result?.affectedRows ?? null };
  };
  const listening = new Set<EventEmitter>();
  database.onNotification((channel, payload) => {
    for (const client of listening) client.emit("notification", { channel, payload });
  });
  const connect = async (): Promise<PgPoolClient> => {
    const client = Object.assign(new EventEmitter(), { query, release: () => void listening.delete(client) });
    client.setMaxListeners(0);
    listening.add(client);
    return client;
  };
  // `keepAlive` tells BullMQ that a lost LISTEN would be noticed: there is no connection here to lose.
  const pool = Object.assign(new EventEmitter(), { query, connect, end: close, options: { keepAlive: true } });
  pool.setMaxListeners(0);
  return pool;
}
