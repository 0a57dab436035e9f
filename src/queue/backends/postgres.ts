import { createPostgresBackend, type PgPool, runMigrations, withBackend } from "bullmq";
import { Pool } from "pg";
import { laneNames } from "../lanes.ts";
import { type Backend, streams, takeOver } from "./backend.ts";
import { openSqlRooms } from "./sql.ts";

const bull = withBackend(createPostgresBackend);

/** BullMQ on a real Postgres. */
export async function openPostgresBackend(url: string, prefix: string, onError: (error: Error) => void) {
  const pool = new Pool({
    connectionString: url,
    // Each lane's worker keeps one connection for LISTEN.
    max: laneNames.length + 8,
    keepAlive: true,
    connectionTimeoutMillis: 3_000,
    options: "-c search_path=bullmq",
  });
  pool.on("error", onError);
  return openPoolBackend("postgres", pool, prefix).catch(async (error: unknown) => {
    await pool.end();
    throw error;
  });
}

/** BullMQ and our own tables over a pool, whatever is behind it. The pool is closed with the backend. */
export async function openPoolBackend(
  kind: Backend["kind"],
  pool: PgPool,
  prefix: string,
  { atStart, lookEverySeconds = 5 }: { atStart?: () => Promise<void>; lookEverySeconds?: number } = {},
): Promise<Backend> {
  const client = await pool.connect();
  await runMigrations(client).finally(() => client.release());
  await atStart?.();
  const sql = { query: <Row>(text: string, parameters?: unknown[]) => pool.query<Row>(text, parameters) };
  const { store, pacerStore, piles, sweep } = await openSqlRooms(sql, `${prefix}:`);
  // The pool's schema is one for all, so the prefix goes into the names.
  const named = (name: string) => `${prefix}-${name}`;
  return {
    kind,
    openQueue: (name) => new bull.Queue<unknown>(named(name), { connection: pool, streams }),
    openWorker: (name, { concurrency, lockMs, process, retryDelayMs }) =>
      new bull.Worker<unknown>(named(name), process, {
        ...takeOver(lockMs),
        drainDelay: lookEverySeconds,
        connection: pool,
        concurrency,
        settings: { backoffStrategy: (made, _type, error, job) => retryDelayMs(made, error, job?.name ?? "") },
      }),
    store,
    besideJobs: store,
    pacerStore,
    piles,
    sweep,
    async check() {
      await pool.query("SELECT 1");
    },
    close: () => pool.end(),
  };
}
