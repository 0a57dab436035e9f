import type { Sql } from "../backends/sql.ts";
import { changing, type PacerStore } from "./pacer-store.ts";

/** Unlogged: nobody waits for the disk, and after a crash of the server the last seconds are worth nothing. */
export const pacerSchema = `
CREATE UNLOGGED TABLE IF NOT EXISTS keyline.paces (key text PRIMARY KEY, version text NOT NULL, value text NOT NULL);
`;

/** Texts that workers share through Postgres, on its clock. */
export function openSqlPacer(sql: Sql, prefix: string): PacerStore {
  return changing({
    async read(key) {
      const { rows } = await sql.query<{ version: string | null; value: string | null; now_ms: number }>(
        `SELECT version, value, extract(epoch FROM clock_timestamp())::float8 * 1000 AS now_ms
         FROM (SELECT $1::text AS key) AS asked LEFT JOIN keyline.paces USING (key)`,
        [prefix + key],
      );
      const [row] = rows;
      return { version: row?.version ?? "", text: row?.value ?? null, nowMs: row?.now_ms ?? 0 };
    },
    async replace(key, text, { from, to }) {
      const { rows } = await sql.query(
        `INSERT INTO keyline.paces AS stood (key, version, value) VALUES ($1, $2, $3)
         ON CONFLICT (key) DO UPDATE SET version = excluded.version, value = excluded.value WHERE stood.version = $4
         RETURNING key`,
        [prefix + key, to, text, from],
      );
      return rows.length > 0;
    },
  });
}
