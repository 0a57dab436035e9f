import { PGlite } from "@electric-sql/pglite";
import type { History } from "./generate.ts";

export interface Total {
  company: number;
  /** Whole minor units; null: the company never had a deal. */
  newSales: number | null;
  upsell: number | null;
  openPipeline: number | null;
  /** To one digit after the point. */
  growth: number | null;
}

/** The same history in a database of its own: totals by SQL, without a line of the project's. */
export async function openLedger(history: History, rates: Record<string, number>, digits: number) {
  const db = new PGlite();
  await db.exec(`
    create table company (id int primary key);
    create table deal (
      id int primary key, company int, amount numeric, closed_at timestamptz, created_at timestamptz,
      type text, stage text
    );
  `);
  await db.query("insert into company select generate_series(0, $1::int - 1)", [history.companies]);
  const rows = history.orders.map((order, id) => ({
    id,
    company: order.companies[0],
    amount: order.amount,
    rate: order.currency === null ? 1 : rates[order.currency],
    closed_at: order.closedAt,
    created_at: order.createdAt,
    type: order.type,
    stage: order.stage,
  }));
  await db.query(
    `insert into deal
     select id, company, round(amount::numeric * rate, ${digits}), closed_at, created_at, type, stage
     from json_to_recordset($1::json) as row(
       id int, company int, amount text, rate numeric, closed_at timestamptz, created_at timestamptz, type text, stage text)`,
    [JSON.stringify(rows)],
  );
  return {
    /** `from` and `until` are local dates of the portal, `until` being the first day after the period. */
    async totals(asked: { from: string; until: string; before: string; zone: string; isRunning: boolean }) {
      const { rows: found } = await db.query<Record<string, string | null>>(
        `with won as (
           select *, (closed_at at time zone $4)::date as closed_on,
             coalesce(type = 'newbusiness', not exists (
               select 1 from deal earlier
               where earlier.company = deal.company and earlier.stage = 'won' and earlier.closed_at < deal.closed_at
             )) as is_new
           from deal where stage = 'won'
         ), counted as (
           select company,
             sum(amount) filter (where closed_on >= $1::date and closed_on < $2::date and is_new) as new_sales,
             sum(amount) filter (where closed_on >= $1::date and closed_on < $2::date and not is_new) as upsell,
             sum(amount) filter (where closed_on >= $1::date and closed_on < $2::date) as now,
             sum(amount) filter (where closed_on >= $3::date and closed_on < $1::date) as before
           from won group by company
         ), open as (
           select company, sum(amount) as pipeline from deal
           where case when $5 then stage = 'open'
             else (created_at at time zone $4) < $2::date::timestamp
               and (stage = 'open' or (closed_at at time zone $4) >= $2::date::timestamp) end
           group by company
         )
         select company.id as company, exists (select 1 from deal where deal.company = company.id) as has_deal,
           trunc(coalesce(new_sales, 0) * ${10 ** digits}) as new_sales, trunc(coalesce(upsell, 0) * ${10 ** digits}) as upsell,
           trunc(coalesce(pipeline, 0) * ${10 ** digits}) as pipeline,
           case when before > 0 then round((coalesce(now, 0) - before) / before * 100, 1) end as growth
         from company left join counted on counted.company = company.id left join open on open.company = company.id`,
        [asked.from, asked.until, asked.before, asked.zone, asked.isRunning],
      );
      return found.map((row): Total => {
        const number = (text: string | null | undefined) => (text === null || text === undefined ? null : Number(text));
        const money = (text: string | null | undefined) => (row["has_deal"] ? number(text) : null);
        return {
          company: Number(row["company"]),
          newSales: money(row["new_sales"]),
          upsell: money(row["upsell"]),
          openPipeline: money(row["pipeline"]),
          growth: number(row["growth"]),
        };
      });
    },
    close: () => db.close(),
  };
}
