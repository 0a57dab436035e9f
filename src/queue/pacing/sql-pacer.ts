import type { Sql } from "../backends/sql.ts";
import { paceOf } from "./pace.ts";
import type { PacerStore } from "./pacer-store.ts";

/** The rule of pace.ts as one atomic function, on the clock of the database; the row lock makes workers queue up. */
export const pacerSchema = `
CREATE TABLE IF NOT EXISTS keyline.pace (
  key text PRIMARY KEY,
  slots float8[] NOT NULL DEFAULT '{}',
  due float8 NOT NULL DEFAULT 0,
  held float8 NOT NULL DEFAULT 0
);
CREATE OR REPLACE FUNCTION keyline.reserve_pace(
  p_key text, p_max int, p_window float8, p_spacing float8, p_burst float8, p_count int
) RETURNS float8[] LANGUAGE plpgsql AS $$
DECLARE
  stood keyline.pace; moment float8; slot float8; waits float8[] := '{}';
BEGIN
  -- Nobody waits for the disk: a crash of the server loses a moment's slots at the most.
  PERFORM set_config('synchronous_commit', 'off', true);
  INSERT INTO keyline.pace (key) VALUES (p_key) ON CONFLICT DO NOTHING;
  SELECT * INTO stood FROM keyline.pace WHERE key = p_key FOR UPDATE;
  moment := extract(epoch FROM clock_timestamp()) * 1000;
  FOR i IN 1..p_count LOOP
    slot := greatest(moment, stood.held, stood.due - p_burst, stood.slots[cardinality(stood.slots)],
      stood.slots[cardinality(stood.slots) - p_max + 1] + p_window);
    stood.slots := stood.slots || slot;
    stood.due := greatest(stood.due, slot) + p_spacing;
    waits := waits || (slot - moment);
  END LOOP;
  UPDATE keyline.pace SET due = stood.due, slots = stood.slots[greatest(1, cardinality(stood.slots) - p_max + 1):]
    WHERE key = p_key;
  RETURN waits;
END $$;
`;

/** Reservations shared through Postgres. */
export function openSqlPacer(sql: Sql, prefix: string): PacerStore {
  return {
    async reserve(key, limit, _nowMs, count = 1) {
      const { max, windowMs, spacingMs, burstMs } = paceOf(limit);
      const { rows } = await sql.query<{ waits: number[] }>(
        "SELECT keyline.reserve_pace($1, $2, $3, $4, $5, $6) AS waits",
        [prefix + key, max, windowMs, spacingMs, burstMs, count],
      );
      const waitsMs = rows[0]?.waits ?? [];
      return { waitMs: waitsMs[0] ?? 0, waitsMs };
    },
    async hold(key, forMs) {
      await sql.query(
        `INSERT INTO keyline.pace AS stood (key, held) VALUES ($1, extract(epoch FROM clock_timestamp()) * 1000 + $2::float8)
         ON CONFLICT (key) DO UPDATE SET held = greatest(stood.held, excluded.held)`,
        [prefix + key, forMs],
      );
    },
  };
}
