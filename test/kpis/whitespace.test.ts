import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { company, defaultSettings, openings } from "@keyline/domain";
import { recalculate, whitespaceOf } from "../../src/kpis/index.ts";
import { openStage, type Stage } from "../check-ins/stage.ts";

let stage: Stage;
let products: Record<"chiller" | "door" | "training", string>;

const account = { am_account_type: "key", am_rhythm: "monthly", am_tier: "a" } as const;

beforeAll(async () => {
  stage = await openStage();
  const [chiller, door, training] = await Promise.all(["Blast chiller", "Door", "Training day"].map(product));
  products = { chiller: chiller ?? "", door: door ?? "", training: training ?? "" };
}, 60_000);

afterAll(() => stage?.close());

const product = (name: string) => make("products", { name, price: "120.50", hs_sku: name.slice(0, 3) }, []);

async function make(object: string, extra: Record<string, string>, to: { object: string; id: string }[]) {
  const associations = await Promise.all(
    to.map(async ({ object: other, id }) => ({ to: id, ...(await stage.hubspot.associations.type(object, other)) })),
  );
  const { written } = await stage.hubspot.records(object).create([{ properties: {}, extra, associations }]);
  return written[0]?.id ?? "";
}

/** A deal of a company with one line item for each product; "own" is an item that came from no library. */
async function deal(companyId: string, dealstage: string, productIds: readonly string[]) {
  const extra = { dealname: "Deal", pipeline: "default", dealstage, amount: "10", closedate: "2026-10-01" };
  const id = await make("deals", extra, [{ object: "companies", id: companyId }]);
  for (const productId of productIds) {
    const item = { name: "Item", quantity: "1", ...(productId !== "own" && { hs_product_id: productId }) };
    await make("line_items", item, [{ object: "deals", id }]);
  }
}

const recalculated = () =>
  recalculate({ hubspot: stage.hubspot, settings: defaultSettings, now: stage.parts.now }, { period: "2026" });

test("products against an account: bought, open and never, each with the peers that bought it", async () => {
  const [one, other, third, elsewhere] = await stage.companies(4, account, { industry: "FOOD_PRODUCTION" });
  await stage.hubspot.records(company).update([{ id: elsewhere ?? "", properties: {}, extra: { industry: "RETAIL" } }]);
  await deal(one ?? "", "closedwon", [products.chiller, "own"]);
  await deal(one ?? "", "appointmentscheduled", [products.door, products.chiller]);
  await deal(one ?? "", "closedlost", [products.training]);
  await deal(other ?? "", "closedwon", [products.training, products.door]);
  await deal(third ?? "", "closedwon", [products.training]);
  await deal(elsewhere ?? "", "closedwon", [products.training]);
  await recalculated();

  const found = await whitespaceOf(stage.hubspot, one ?? "");

  expect(found).toMatchObject({ industry: "FOOD_PRODUCTION", tier: "a", peers: 2, isKnown: true });
  expect(found.rows.map(({ name, state, boughtByPeers }) => `${name}: ${state}, ${boughtByPeers}`)).toEqual([
    "Training day: never, 2",
    "Door: open, 1",
    "Blast chiller: bought, 0",
  ]);
  expect(openings(found.rows).map(({ productId }) => productId)).toEqual([products.training]);
  expect(found.rows[0]).toMatchObject({ sku: "Tra", price: 120.5, peers: 2 });
});

test("takes two calls once the products are known: the company, then its peers", async () => {
  const [id] = await stage.companies(1, account, { industry: "BANKING" });
  await recalculated();
  await stage.calls();
  await whitespaceOf(stage.hubspot, id ?? "");
  const calls = Object.values(await stage.calls()).reduce((sum, count) => sum + count, 0);
  expect(calls).toBe(2);
});

test("an account that was never recalculated has no rows rather than guessed ones", async () => {
  const [id] = await stage.companies(1, account);
  expect(await whitespaceOf(stage.hubspot, id ?? "")).toMatchObject({ isKnown: false, rows: [], peers: 0 });
});

test("a company that is not there is said", async () => {
  await expect(whitespaceOf(stage.hubspot, "99999999")).rejects.toMatchObject({ code: "not-found" });
});
