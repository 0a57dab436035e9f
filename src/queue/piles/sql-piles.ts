import type { Sql } from "../backends/sql.ts";
import { lastByKey, type PileStore } from "./pile-store.ts";

export const pilesSchema = `
CREATE SEQUENCE IF NOT EXISTS keyline.mark;
CREATE TABLE IF NOT EXISTS keyline.waiting (
  pile text NOT NULL,
  key text NOT NULL,
  value text NOT NULL,
  mark bigint NOT NULL DEFAULT nextval('keyline.mark'),
  PRIMARY KEY (pile, key)
);
CREATE INDEX IF NOT EXISTS waiting_in_order ON keyline.waiting (pile, mark);
`;

/** Piles on Postgres, real or embedded. */
export function openSqlPiles(sql: Sql, prefix: string): PileStore {
  return {
    async put(pile, things) {
      const pairs = lastByKey(things);
      if (pairs.length === 0) return;
      await sql.query(
        `INSERT INTO keyline.waiting (pile, key, value) SELECT $1, * FROM unnest($2::text[], $3::text[])
         ON CONFLICT (pile, key) DO UPDATE SET value = excluded.value, mark = nextval('keyline.mark')`,
        [prefix + pile, pairs.map(([key]) => key), pairs.map(([, value]) => value)],
      );
    },
    async look(pile, limit) {
      const { rows } = await sql.query<{ key: string; value: string; mark: string }>(
        "SELECT key, value, mark::text AS mark FROM keyline.waiting WHERE pile = $1 ORDER BY mark LIMIT $2",
        [prefix + pile, limit],
      );
      return rows.map(({ key, value, mark }) => ({ key, value, mark }));
    },
    async drop(pile, things) {
      if (things.length === 0) return;
      await sql.query(
        `DELETE FROM keyline.waiting AS lying USING unnest($2::text[], $3::text[]) AS looked (key, mark)
         WHERE lying.pile = $1 AND lying.key = looked.key AND lying.mark = looked.mark::bigint`,
        [prefix + pile, things.map(({ key }) => key), things.map(({ mark }) => mark)],
      );
    },
    async size(pile) {
      const { rows } = await sql.query<{ count: string }>(
        "SELECT count(*)::text AS count FROM keyline.waiting WHERE pile = $1",
        [prefix + pile],
      );
      return Number(rows[0]?.count ?? 0);
    },
  };
}
