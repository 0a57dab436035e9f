import type { Sql } from "../backends/sql.ts";
import type { KeyedStore } from "./keyed-store.ts";

/** The keyed store on Postgres, real or embedded. Expired rows count as absent at once and are swept by `sweepStore`. */
export function openSqlStore(sql: Sql, prefix: string): KeyedStore {
  const at = (key: string) => `${prefix}${key}`;
  const expiry = "CASE WHEN $3::float8 IS NULL THEN NULL ELSE now() + $3::float8 * interval '1 millisecond' END";
  const write = async (key: string, value: string, ttlMs: number | undefined, onConflict: string) => {
    const statement = `INSERT INTO keyline.stored AS stood (key, value, expires_at) VALUES ($1, $2, ${expiry})
      ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires_at = excluded.expires_at ${onConflict} RETURNING key`;
    return (await sql.query(statement, [at(key), value, ttlMs ?? null])).rows.length > 0;
  };
  const alive = "(expires_at IS NULL OR expires_at > now())";
  return {
    async get(key) {
      const { rows } = await sql.query<{ value: string }>(
        `SELECT value FROM keyline.stored WHERE key = $1 AND ${alive}`,
        [at(key)],
      );
      return rows[0]?.value ?? null;
    },
    async set(key, value, { ttlMs } = {}) {
      await write(key, value, ttlMs, "");
    },
    setIfAbsent: (key, value, { ttlMs } = {}) => write(key, value, ttlMs, "WHERE stood.expires_at <= now()"),
    async delete(key) {
      const statement = `DELETE FROM keyline.stored WHERE key = $1 RETURNING ${alive} AS was_alive`;
      const { rows } = await sql.query<{ was_alive: boolean }>(statement, [at(key)]);
      return rows[0]?.was_alive ?? false;
    },
    async known(keys) {
      const { rows } = await sql.query<{ key: string }>(
        `SELECT key FROM keyline.stored WHERE key = ANY($1::text[]) AND ${alive}`,
        [keys.map(at)],
      );
      return new Set(rows.map((row) => row.key.slice(prefix.length)));
    },
    async setMany(entries, { ttlMs } = {}) {
      // One statement cannot write a key twice, and those who write the same keys at once must take them in one order.
      const byKey = [...new Map(entries.map(({ key, value }) => [key, value]))].sort(([a], [b]) => (a < b ? -1 : 1));
      await sql.query(
        `INSERT INTO keyline.stored (key, value, expires_at)
         SELECT *, ${expiry} FROM unnest($1::text[], $2::text[])
         ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires_at = excluded.expires_at`,
        [byKey.map(([key]) => at(key)), byKey.map(([, value]) => value), ttlMs ?? null],
      );
    },
    async list(start) {
      const { rows } = await sql.query<{ key: string; value: string }>(
        `SELECT key, value FROM keyline.stored WHERE starts_with(key, $1) AND ${alive} ORDER BY key`,
        [at(start)],
      );
      return rows.map((row) => ({ key: row.key.slice(prefix.length), value: row.value }));
    },
  };
}

/** Deletes what has expired. */
export async function sweepStore(sql: Sql): Promise<void> {
  await sql.query("DELETE FROM keyline.stored WHERE expires_at <= now()");
}
