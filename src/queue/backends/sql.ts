import { openSqlStore, sweepStore } from "../store/sql-store.ts";
import { openSqlPacer, pacerSchema } from "../pacing/sql-pacer.ts";
import { openSqlPiles, pilesSchema } from "../piles/sql-piles.ts";

/** What we need of a database: a pool of `pg` has it, and so has the embedded one. */
export interface Sql {
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- whoever selects names the columns
  query<Row>(text: string, parameters?: unknown[]): Promise<{ rows: Row[] }>;
}

/** Ours stands beside BullMQ's schema `bullmq`. The lock makes processes that start together take turns. */
const keylineSchema = `
SELECT pg_advisory_xact_lock(hashtext('keyline'));
CREATE SCHEMA IF NOT EXISTS keyline;
CREATE TABLE IF NOT EXISTS keyline.stored (key text PRIMARY KEY, value text NOT NULL, expires_at timestamptz);
CREATE INDEX IF NOT EXISTS stored_expires_at ON keyline.stored (expires_at) WHERE expires_at IS NOT NULL;
${pacerSchema}
${pilesSchema}
`;

/** Makes our tables when they are missing, and opens what lives in them. */
export async function openSqlRooms(sql: Sql, prefix: string) {
  await sql.query(keylineSchema);
  return {
    store: openSqlStore(sql, prefix),
    pacerStore: openSqlPacer(sql, prefix),
    piles: openSqlPiles(sql, prefix),
    sweep: () => sweepStore(sql),
  };
}
