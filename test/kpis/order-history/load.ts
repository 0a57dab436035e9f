import { callOver } from "../../../src/call-over.ts";
import { waves, type History, type Order } from "./generate.ts";

export interface Loaded {
  companyIds: string[];
  /** Deal id by the order's place in the history. */
  dealIds: string[];
}

const objects = "/crm/objects/2026-09";
const associations = "/crm/associations/2026-09";

interface Answer {
  results: { id: string; properties: Record<string, string> }[];
}

/** Loads a history through HubSpot's public API alone, as a program of somebody else does. */
export async function load(
  url: string,
  token: string,
  history: History,
  rates: Record<string, number>,
  now: Date,
): Promise<Loaded> {
  const ask = callOver(url, token);
  const call = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    try {
      return await ask(method, path, body);
    } catch (error) {
      throw new Error(`${method} ${path}: ${JSON.stringify((error as { body?: unknown }).body)}`, { cause: error });
    }
  };
  for (const [fromCurrencyCode, conversionRate] of Object.entries(rates)) {
    await call("POST", "/settings/currencies/2026-09/exchange-rates", { fromCurrencyCode, conversionRate });
  }
  const pipeline = (await call("POST", "/crm/pipelines/2026-09/deals", {
    label: "Projects",
    displayOrder: 1,
    stages: [
      { label: "Signed", displayOrder: 0, metadata: { isClosed: "true", probability: "1.0" } },
      { label: "Gone", displayOrder: 1, metadata: { isClosed: "true", probability: "0.0" } },
      { label: "Talks", displayOrder: 2, metadata: { isClosed: "false", probability: "0.4" } },
    ],
  })) as { id: string; stages: { id: string; label: string }[] };
  const stageIds = [
    { won: "closedwon", lost: "closedlost", open: "appointmentscheduled" },
    Object.fromEntries(
      [
        ["won", "Signed"],
        ["lost", "Gone"],
        ["open", "Talks"],
      ].map(([key, label]) => [key, pipeline.stages.find((stage) => stage.label === label)?.id]),
    ),
  ] as Record<Order["stage"], string>[];
  const pipelineIds = ["default", pipeline.id];

  const companyIds = await create(
    call,
    "companies",
    Array.from({ length: history.companies }, (_, index) => ({
      properties: { name: `Company ${index}`, am_account_type: "key", am_rhythm: "monthly" },
    })),
    "name",
    (index) => `Company ${index}`,
  );
  const idOf = (index: number) => companyIds[index] as string;
  const inputOf = (order: Order) => ({
    properties: {
      dealname: order.name,
      ...(order.amount !== null && { amount: order.amount }),
      ...(order.currency !== null && { deal_currency_code: order.currency }),
      ...(order.closedAs !== null && { closedate: order.closedAs }),
      ...(order.type !== null && { dealtype: order.type }),
      pipeline: pipelineIds[order.pipeline],
      dealstage: stageIds[order.pipeline]?.[order.stage],
    },
    associations: order.tie.startsWith("inline")
      ? order.companies.map((index, place) => ({
          to: { id: idOf(index) },
          types: [
            {
              associationCategory: "HUBSPOT_DEFINED",
              associationTypeId: order.tie === "inline-primary" && place === 0 ? 5 : 341,
            },
          ],
        }))
      : [],
  });
  const idByName = new Map<string, string>();
  for (const wave of waves) {
    await call("PUT", "/_sandbox/clock", { now: wave });
    const orders = history.orders.filter(({ createdAt }) => createdAt === wave);
    const ids = await create(call, "deals", orders.map(inputOf), "dealname", (index) => orders[index]?.name ?? "");
    orders.forEach(({ name }, index) => idByName.set(name, ids[index] as string));
  }
  await call("PUT", "/_sandbox/clock", { now: now.toISOString() });
  const dealIds = history.orders.map(({ name }) => idByName.get(name) as string);
  const pairs = (tie: Order["tie"]) =>
    history.orders.flatMap((order, index) =>
      order.tie === tie
        ? order.companies.map((company) => ({ deal: dealIds[index] as string, company: idOf(company) }))
        : [],
    );
  await inBatches(pairs("plain"), (some) =>
    call("POST", `${associations}/deals/companies/batch/associate/default`, {
      inputs: some.map(({ deal, company }) => ({ from: { id: deal }, to: { id: company } })),
    }),
  );
  await inBatches(pairs("labelled"), (some) =>
    call("POST", `${associations}/deals/companies/batch/create`, {
      inputs: some.map(({ deal, company }) => ({
        from: { id: deal },
        to: { id: company },
        types: [{ associationCategory: "HUBSPOT_DEFINED", associationTypeId: 5 }],
      })),
    }),
  );
  await inBatches(pairs("from-company"), (some) =>
    call("POST", `${associations}/companies/deals/batch/associate/default`, {
      inputs: some.map(({ deal, company }) => ({ from: { id: company }, to: { id: deal } })),
    }),
  );
  return { companyIds, dealIds };
}

async function create(
  call: (method: string, path: string, body?: unknown) => Promise<unknown>,
  object: string,
  inputs: { properties: Record<string, unknown> }[],
  by: string,
  nameOf: (index: number) => string,
): Promise<string[]> {
  const idByName = new Map<string, string>();
  await inBatches(inputs, async (some) => {
    const { results } = (await call("POST", `${objects}/${object}/batch/create`, { inputs: some })) as Answer;
    for (const { id, properties } of results) idByName.set(properties[by] ?? "", id);
  });
  return inputs.map((_, index) => idByName.get(nameOf(index)) as string);
}

async function inBatches<T>(items: readonly T[], send: (some: T[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < items.length; at += 100) await send(items.slice(at, at + 100));
}
