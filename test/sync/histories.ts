import * as fc from "fast-check";
import { accountNeed, accountSignal, company, type DeclaredObject } from "@keyline/domain";
import type { Stage } from "../check-ins/stage.ts";

/** One thing that happens in a portal. Indexes are taken modulo what there is; what cannot happen does not. */
export type Happening =
  | { do: "win" | "open"; company: number; cents: number; day: number; isNew: boolean }
  | { do: "amount"; deal: number; cents: number }
  | { do: "reopen" | "lose" | "delete" | "restore"; deal: number }
  | { do: "move"; deal: number; company: number }
  | { do: "ticket"; company: number }
  | { do: "close-ticket" | "delete-ticket"; ticket: number }
  | { do: "need"; company: number; isHigh: boolean }
  | { do: "meet" | "delete-need"; need: number }
  | { do: "signal"; company: number; day: number }
  | { do: "goal"; company: number; amount: number }
  | { do: "factor"; company: number; value: number }
  | { do: "unmanage" | "manage"; company: number }
  | { do: "merge" };

const index = fc.nat(9);
const day = fc.integer({ min: 0, max: 60 });
const cents = fc.integer({ min: -5_000, max: 900_000 });

/** `withMoves`: also what only associations tell. */
export function happenings(withMoves: boolean): fc.Arbitrary<Happening> {
  const deal = fc.record({
    do: fc.constantFrom("win" as const, "open" as const),
    company: index,
    cents,
    day,
    isNew: fc.boolean(),
  });
  const move = fc.record({ do: fc.constant("move" as const), deal: index, company: index });
  return fc.oneof(
    { weight: 6, arbitrary: deal },
    { weight: 3, arbitrary: fc.record({ do: fc.constant("amount" as const), deal: index, cents }) },
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constantFrom("reopen" as const, "lose" as const, "delete" as const, "restore" as const),
        deal: index,
      }),
    },
    ...(withMoves ? [{ weight: 3, arbitrary: move }] : []),
    fc.record({ do: fc.constant("ticket" as const), company: index }),
    fc.record({ do: fc.constantFrom("close-ticket" as const, "delete-ticket" as const), ticket: index }),
    fc.record({ do: fc.constant("need" as const), company: index, isHigh: fc.boolean() }),
    fc.record({ do: fc.constantFrom("meet" as const, "delete-need" as const), need: index }),
    fc.record({ do: fc.constant("signal" as const), company: index, day }),
    fc.record({ do: fc.constant("goal" as const), company: index, amount: fc.integer({ min: 1, max: 9_999 }) }),
    fc.record({ do: fc.constant("factor" as const), company: index, value: fc.integer({ min: 1, max: 5 }) }),
    fc.record({ do: fc.constantFrom("unmanage" as const, "manage" as const), company: index }),
    fc.constant({ do: "merge" as const }),
  );
}

/** A few companies of one history, and what was made for them. */
export interface Cast {
  companies: string[];
  deals: string[];
  tickets: string[];
  needs: string[];
  made: number;
}

const managed = { am_account_type: "key", am_rhythm: "monthly", am_rhythm_rule: "first sunday" } as const;
const dayOf = (back: number) => new Date(Date.parse("2026-11-22T06:00:00Z") - back * 86_400_000).toISOString();

/** Lets one thing happen in the portal, as a person or another program would do it. */
export async function happen(stage: Stage, cast: Cast, one: Happening): Promise<void> {
  const { hubspot } = stage;
  const of = (list: readonly string[], at: number) => list[at % Math.max(1, list.length)];
  const tied = async (object: string, companyId: string, extra: Record<string, string>) => {
    const { typeId, category } = await hubspot.associations.type(object, "companies");
    const associations = [{ to: companyId, typeId, category }];
    const { written } = await hubspot.records(object).create([{ properties: {}, extra, associations }]);
    return written[0]?.id ?? "";
  };
  const change = (object: string, id: string | undefined, extra: Record<string, string>) =>
    id ? hubspot.records(object).update([{ id, properties: {}, extra }]) : undefined;

  switch (one.do) {
    case "win":
    case "open":
      cast.deals.push(
        await tied("deals", of(cast.companies, one.company) ?? "", {
          dealname: "Deal",
          dealstage: one.do === "win" ? "closedwon" : "qualifiedtobuy",
          dealtype: one.isNew ? "newbusiness" : "existingbusiness",
          amount: (one.cents / 100).toFixed(2),
          closedate: dayOf(one.day),
        }),
      );
      return;
    case "amount":
      return void (await change("deals", of(cast.deals, one.deal), { amount: (one.cents / 100).toFixed(2) }));
    case "reopen":
      return void (await change("deals", of(cast.deals, one.deal), { dealstage: "qualifiedtobuy" }));
    case "lose":
      return void (await change("deals", of(cast.deals, one.deal), { dealstage: "closedlost" }));
    case "delete":
      return hubspot.records("deals").archive(cast.deals.length > 0 ? [of(cast.deals, one.deal) ?? ""] : []);
    case "restore":
      return void (await stage.control("POST", `records/deals/${of(cast.deals, one.deal)}/restore`));
    case "move": {
      const deal = of(cast.deals, one.deal);
      if (!deal || (await hubspot.records("deals").readOne(deal)) === null) return;
      const now = (await hubspot.associations.read("deals", "companies", [deal])).get(deal) ?? [];
      await hubspot.associations.remove("deals", "companies", now.map(({ id }) => ({ from: deal, to: id }))); // prettier-ignore
      const to = of(cast.companies, one.company) ?? "";
      return void (await hubspot.associations.create("deals", "companies", [{ from: deal, to }]));
    }
    case "ticket":
      cast.tickets.push(
        await tied("tickets", of(cast.companies, one.company) ?? "", {
          subject: "Slow",
          hs_pipeline: "0",
          hs_pipeline_stage: "1",
        }),
      );
      return;
    case "close-ticket":
      return void (await change("tickets", of(cast.tickets, one.ticket), { hs_pipeline_stage: "4" }));
    case "delete-ticket":
      return hubspot.records("tickets").archive(cast.tickets.length > 0 ? [of(cast.tickets, one.ticket) ?? ""] : []);
    case "need":
    case "signal": {
      const companyId = of(cast.companies, one.company) ?? "";
      const key = `${companyId}:h${++cast.made}`;
      const owned = { company_record_id: Number(companyId) };
      const need = {
        need_name: "Speed",
        need_status: "confirmed",
        risk: one.do === "need" && one.isHigh ? "high" : "low",
      };
      const date = dayOf(one.do === "signal" ? one.day : 0).slice(0, 10);
      const signal = { signal_name: "Praise", signal_kind: "testimonial", happened_on: date };
      const object = (one.do === "need" ? accountNeed : accountSignal) as unknown as DeclaredObject;
      const properties = { ...owned, ...(one.do === "need" ? need : signal) };
      const { written } = await hubspot.records(object).upsert([{ key, properties }]);
      const id = written[0]?.id ?? "";
      await hubspot.associations.create(object, "companies", [{ from: id, to: companyId }]);
      if (one.do === "need") cast.needs.push(id);
      return;
    }
    case "meet":
      return void (await change("p_account_need", of(cast.needs, one.need), {
        need_status: "met",
        met_on: dayOf(0).slice(0, 10),
      }));
    case "delete-need":
      return hubspot.records(accountNeed).archive(cast.needs.length > 0 ? [of(cast.needs, one.need) ?? ""] : []);
    case "goal":
      return void (await set(one.company, { am_revenue_goal: one.amount }));
    case "factor":
      return void (await set(one.company, { am_growth_potential: one.value }));
    case "unmanage":
      return void (await set(one.company, { am_rhythm: null }));
    case "manage":
      return void (await set(one.company, managed));
    case "merge": {
      const [first, second, ...others] = cast.companies;
      if (!first || !second || others.length === 0) return;
      const body = { primaryObjectId: first, objectIdToMerge: second };
      const path = "/crm/objects/2026-09/companies/merge";
      cast.companies = [(await hubspot.request<{ id: string }>({ method: "POST", path, body })).id, ...others];
      return;
    }
  }

  function set(at: number, properties: object) {
    const id = of(cast.companies, at) ?? "";
    return hubspot.records(company).update([{ id, properties }]);
  }
}
