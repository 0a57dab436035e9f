import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { loadDemo } from "../../src/seed/index.ts";
import { openPortal, type OpenPortal, type ReadRecord } from "./open-portal.ts";

let portal: OpenPortal;
let companies: ReadRecord[];
let deals: ReadRecord[];
beforeAll(async () => {
  portal = await openPortal("demo");
  companies = await portal.all("companies", [
    "name",
    "industry",
    "country",
    "hubspot_owner_id",
    "hs_parent_company_id",
  ]);
  deals = await portal.all(
    "deals",
    [
      "amount",
      "amount_in_home_currency",
      "deal_currency_code",
      "closedate",
      "createdate",
      "dealtype",
      "dealstage",
    ].concat(["hs_is_closed", "hs_is_closed_won", "pipeline"]),
    ["companies"],
  );
});
afterAll(async () => portal.close());

const today = "2026-11-22T06:00:00Z";
const different = (records: ReadRecord[], name: string) =>
  new Set(records.map(({ properties }) => properties[name])).size;

describe("the demo portal", () => {
  test("has companies of several industries and countries, some in families", () => {
    expect(companies.length).toBeGreaterThanOrEqual(44);
    expect(different(companies, "industry")).toBeGreaterThanOrEqual(12);
    expect(different(companies, "country")).toBeGreaterThanOrEqual(8);
    expect(companies.filter(({ properties }) => properties["hs_parent_company_id"]).length).toBeGreaterThanOrEqual(8);
  });

  test("has people on our side: owners, their managers' managers, one who left", async () => {
    const { results: owners } = await portal.get<{ results: { userId: number }[] }>("/crm/owners/2026-09");
    const { results: left } = await portal.get<{ results: unknown[] }>("/crm/owners/2026-09?archived=true");
    const users = await portal.all("users", ["hs_internal_user_id", "hs_manager"]);
    const managerOf = new Map(
      users.map(({ properties }) => [properties["hs_internal_user_id"], properties["hs_manager"]]),
    );
    const chains = [...managerOf.values()].filter((manager) => manager && managerOf.get(manager));
    expect({ owners: owners.length, left: left.length, chains: chains.length > 0 }).toEqual({
      owners: 9,
      left: 1,
      chains: true,
    });
    expect(owners.every(({ userId }) => managerOf.has(String(userId)))).toBe(true);
  });

  test("has contacts with job titles, each at a company", async () => {
    const contacts = await portal.all("contacts", ["jobtitle", "associatedcompanyid"]);
    expect(contacts.length).toBeGreaterThanOrEqual(150);
    expect(contacts.filter(({ properties }) => !properties["jobtitle"] || !properties["associatedcompanyid"])).toEqual(
      [],
    );
  });

  test("has two years of deals that its today agrees with", () => {
    expect(deals.length).toBeGreaterThanOrEqual(300);
    const closed = deals.filter(({ properties }) => properties["hs_is_closed"] === "true");
    expect(closed.filter(({ properties }) => properties["closedate"]! > today)).toEqual([]);
    expect(deals.filter(({ properties }) => properties["createdate"]! > today)).toEqual([]);
    const years = new Set(closed.map(({ properties }) => properties["closedate"]!.slice(0, 4)));
    expect(years).toEqual(new Set(["2024", "2025", "2026"]));
  });

  test("has deals won, lost and open, renewals, new and existing business, foreign currency with a rate", () => {
    const won = deals.filter(({ properties }) => properties["hs_is_closed_won"] === "true");
    const open = deals.filter(({ properties }) => properties["hs_is_closed"] === "false");
    expect([won.length, open.length, deals.length - won.length - open.length].every((count) => count >= 50)).toBe(true);
    expect(different(deals, "pipeline")).toBe(2);
    expect(different(deals, "dealtype")).toBeGreaterThanOrEqual(2);
    const foreign = deals.filter(({ properties }) => properties["deal_currency_code"] !== "SAR");
    expect(foreign.length).toBeGreaterThan(0);
    expect(foreign.filter(({ properties }) => properties["amount"] && !properties["amount_in_home_currency"])).toEqual(
      [],
    );
  });

  test("has every deal at a company", () => {
    expect(deals.filter((deal) => !deal.associations?.["companies"])).toEqual([]);
  });

  test("has products in won and open deals", async () => {
    const items = await portal.all("line_items", ["hs_product_id", "amount"], ["deals"]);
    const products = new Set((await portal.all("products", [])).map(({ id }) => id));
    expect(items.length).toBeGreaterThan(300);
    expect(items.filter(({ properties }) => !products.has(properties["hs_product_id"]!))).toEqual([]);
    expect(items.filter((item) => !item.associations?.["deals"])).toEqual([]);
  });

  test("has tickets open and closed, closed after they were opened", async () => {
    const tickets = await portal.all("tickets", ["hs_is_closed", "createdate", "closed_date"]);
    const closed = tickets.filter(({ properties }) => properties["hs_is_closed"] === "true");
    expect(closed.length).toBeGreaterThan(40);
    expect(tickets.length - closed.length).toBeGreaterThan(8);
    expect(closed.filter(({ properties }) => properties["closed_date"]! < properties["createdate"]!)).toEqual([]);
    expect(closed.filter(({ properties }) => properties["closed_date"]! > today)).toEqual([]);
  });

  test("has answers to both surveys, each from a contact", async () => {
    const answers = await portal.all(
      "feedback_submissions",
      ["hs_survey_type", "hs_value", "hs_response_group"],
      ["contacts"],
    );
    expect(new Set(answers.map(({ properties }) => properties["hs_survey_type"]))).toEqual(new Set(["CSAT", "NPS"]));
    expect(answers.filter(({ associations }) => !associations?.["contacts"])).toEqual([]);
  });

  test("has conversations held lately, and some ahead", async () => {
    const meetings = await portal.all("meetings", ["hs_meeting_outcome", "hs_timestamp"], ["companies", "contacts"]);
    const held = meetings.filter(({ properties }) => properties["hs_meeting_outcome"] === "COMPLETED");
    expect(held.some(({ properties }) => properties["hs_timestamp"]! > "2026-11-15")).toBe(true);
    expect(held.filter(({ properties }) => properties["hs_timestamp"]! > today)).toEqual([]);
    expect(meetings.some(({ properties }) => properties["hs_meeting_outcome"] === "SCHEDULED")).toBe(true);
  });

  test("is not doubled by a second load", async () => {
    expect(await loadDemo(portal.call)).toMatchObject({ created: 0, updated: 0, skipped: [] });
    expect((await portal.all("users", [])).length).toBe(10);
  });
});
