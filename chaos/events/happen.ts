import { setTimeout as sleep } from "node:timers/promises";
import type { Api } from "../api.ts";

const version = "2026-09";
const dealToCompany = { associationCategory: "HUBSPOT_DEFINED", associationTypeId: 5 };
const ticketToCompany = { associationCategory: "HUBSPOT_DEFINED", associationTypeId: 26 };
/** A change that HubSpot refuses for now is made again, as any program does. */
const againAfterMs = 150;

/** What was made in the portal so far. */
export interface Made {
  companies: readonly string[];
  deals: string[];
  binned: string[];
}

/** Everything that can happen, each as likely as its weight; answers how many records it changed. */
const happenings: { weight: number; happen(api: Api, made: Made, random: () => number): Promise<number> }[] = [
  {
    weight: 60,
    async happen(api, { deals }, random) {
      const ids = some(deals, 100, random);
      await update(api, "deals", ids, () => ({ amount: (random() * 90_000 - 2_000).toFixed(2) }));
      return ids.length;
    },
  },
  {
    weight: 10,
    async happen(api, { deals }, random) {
      const ids = some(deals, 40, random);
      const stages = ["closedwon", "closedlost", "qualifiedtobuy"];
      await update(api, "deals", ids, () => ({ dealstage: stages[Math.floor(random() * 3)] ?? "" }));
      return ids.length;
    },
  },
  {
    weight: 8,
    async happen(api, made, random) {
      made.deals.push(...(await newDeals(api, some(made.companies, 30, random), random)));
      return 30;
    },
  },
  {
    weight: 6,
    async happen(api, made, random) {
      const ids = some(made.deals, 15, random);
      const body = { inputs: ids.map((id) => ({ id })) };
      await insist(() => api.call("POST", `/crm/objects/${version}/deals/batch/archive`, body));
      made.deals = made.deals.filter((id) => !ids.includes(id));
      made.binned.push(...ids);
      return ids.length;
    },
  },
  {
    weight: 4,
    async happen(api, made, random) {
      const ids = some(made.binned, 8, random);
      for (const id of ids) await insist(() => api.call("POST", `/_sandbox/records/deals/${id}/restore`));
      made.binned = made.binned.filter((id) => !ids.includes(id));
      made.deals.push(...ids);
      return ids.length;
    },
  },
  {
    weight: 6,
    async happen(api, { deals, companies }, random) {
      const ids = some(deals, 15, random);
      const tied = await insist(() => api.associated("deals", "companies", ids));
      const path = `/crm/associations/${version}/deals/companies/batch`;
      const away = ids.map((id) => ({ from: { id }, to: (tied.get(id) ?? []).map((to) => ({ id: to })) }));
      await insist(() => api.call("POST", `${path}/archive`, { inputs: away.filter(({ to }) => to.length > 0) }));
      const inputs = ids.map((id) => ({
        from: { id },
        to: { id: some(companies, 1, random)[0] },
        types: [dealToCompany],
      }));
      await insist(() => api.call("POST", `${path}/create`, { inputs }));
      return ids.length * 2;
    },
  },
  {
    weight: 4,
    async happen(api, { companies }, random) {
      const ids = some(companies, 50, random);
      await update(api, "companies", ids, () => ({ am_revenue_goal: String(Math.ceil(random() * 100_000)) }));
      return ids.length;
    },
  },
  {
    weight: 2,
    async happen(api, { companies }, random) {
      const inputs = some(companies, 20, random).map((id) => ({
        properties: { subject: "Slow", hs_pipeline: "0", hs_pipeline_stage: random() > 0.5 ? "1" : "4" },
        associations: [{ to: { id }, types: [ticketToCompany] }],
      }));
      await insist(() => api.call("POST", "/_sandbox/records/tickets", { inputs }));
      return inputs.length;
    },
  },
];

/** Lets one thing happen, by chance. */
export async function happenOnce(api: Api, made: Made, random: () => number): Promise<number> {
  const total = happenings.reduce((sum, { weight }) => sum + weight, 0);
  let at = random() * total;
  const chosen = happenings.find(({ weight }) => (at -= weight) < 0) ?? happenings[0];
  return chosen?.happen(api, made, random) ?? 0;
}

/** One deal of each company gets another amount; a company without any gets a deal. */
export async function changeOneDealOfEach(api: Api, companies: readonly string[], random: () => number): Promise<void> {
  const tied = await insist(() => api.associated("companies", "deals", companies));
  const ids = companies.flatMap((id) => tied.get(id)?.[0] ?? []);
  const change = () => ({ dealstage: "closedwon", amount: (random() * 90_000).toFixed(2) });
  await update(api, "deals", [...new Set(ids)], change);
  const without = companies.filter((id) => (tied.get(id) ?? []).length === 0);
  if (without.length > 0) await newDeals(api, without, random);
}

/** Deals of this year, one for each company named. */
export async function newDeals(api: Api, companies: readonly string[], random: () => number): Promise<string[]> {
  const yearStart = Date.UTC(new Date().getUTCFullYear(), 0, 2);
  const inputs = companies.map((id) => ({
    properties: {
      dealname: "Deal",
      dealstage: random() > 0.3 ? "closedwon" : "qualifiedtobuy",
      dealtype: random() > 0.5 ? "newbusiness" : "existingbusiness",
      amount: (random() * 50_000).toFixed(2),
      closedate: new Date(yearStart + random() * (Date.now() - yearStart)).toISOString(),
    },
    associations: [{ to: { id }, types: [dealToCompany] }],
  }));
  const made: string[] = [];
  for (let start = 0; start < inputs.length; start += 100) {
    const body = { inputs: inputs.slice(start, start + 100) };
    const { results } = await api.call<{ results: { id: string }[] }>("POST", "/_sandbox/records/deals", body);
    made.push(...results.map(({ id }) => id));
  }
  return made;
}

async function update(
  api: Api,
  type: string,
  ids: readonly string[],
  change: () => Record<string, string>,
): Promise<void> {
  const inputs = ids.map((id) => ({ id, properties: change() }));
  if (inputs.length > 0)
    await insist(() => api.call("POST", `/crm/objects/${version}/${type}/batch/update`, { inputs }));
}

async function insist<T>(call: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await call();
    } catch (problem) {
      if (tries >= 100) throw problem;
      await sleep(againAfterMs);
    }
  }
}

/** So many of them at the most, each once. */
function some(ids: readonly string[], count: number, random: () => number): string[] {
  const chosen = new Set<string>();
  for (let tries = 0; chosen.size < Math.min(count, ids.length) && tries < count * 20; tries++) {
    chosen.add(ids[Math.floor(random() * ids.length)] ?? "");
  }
  return [...chosen];
}
