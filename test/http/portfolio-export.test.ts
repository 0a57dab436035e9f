import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { exportAnswer } from "@keyline/domain";
import { checkLink, signedLink } from "../../src/http/signed-link.ts";
import { openStage, type Stage } from "./open-stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await stage.hubspot("POST", "/_sandbox/records/owners", {
    inputs: [{ properties: { id: "11", userId: 7, firstName: "Noura", lastName: "Alharbi", email: "n@example.com" } }],
  });
  const managed = { am_account_type: "key", am_rhythm: "monthly", hubspot_owner_id: "11" };
  await stage.hubspot("POST", "/crm/objects/2026-09/companies/batch/create", {
    inputs: [
      {
        properties: { ...managed, name: '=cmd|"/c calc"!A1', am_tier: "a", am_recurring_revenue: "1200.5" },
        associations: [],
      },
      { properties: { ...managed, name: "مخابز السنابل", am_tier: "b" }, associations: [] },
    ],
  });
}, 60_000);
afterAll(() => stage.close());

async function linkFor(query: Record<string, string>) {
  const { status, body } = await stage.send({ method: "GET", path: "/cards/portfolio/export", query });
  expect(status).toBe(200);
  return exportAnswer.parse(body);
}

describe("the export", () => {
  test("is a file of the accounts that the filters let through, with words in the reader's language", async () => {
    const { url, accounts } = await linkFor({ lang: "ar", tier: "b", scope: "mine" });
    expect(accounts).toBe(1);
    const file = await fetch(url);
    expect(file.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(file.headers.get("content-disposition")).toMatch(/^attachment; filename="portfolio-\d{4}-\d\d-\d\d\.csv"$/);
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await file.arrayBuffer());
    const [titles, row, end] = text.split("\r\n");
    expect(titles?.startsWith("\ufeffرقم السجل,الحساب,النوع,الفئة,السلامة")).toBe(true);
    expect(row).toContain("مخابز السنابل,حساب رئيسي,ب,المعلومات غير كافية");
    expect(row).toContain("Noura Alharbi");
    expect(end).toBe("");
  });

  test("runs no formula, and writes amounts as numbers", async () => {
    const text = await (await fetch((await linkFor({ tier: "a" })).url)).text();
    expect(text).toContain(`"'=cmd|""/c calc""!A1"`);
    expect(text).toContain(",1200.5,");
  });

  test.each([
    ["another portal", "portalId", "999"],
    ["another person", "userId", "8"],
    ["other filters", "tier", "b"],
    ["a longer life", "until", "9999999999999"],
  ])("is refused with %s in its link", async (_, name, value) => {
    const url = new URL((await linkFor({ tier: "a" })).url);
    url.searchParams.set(name, value);
    const refused = await fetch(url);
    expect(refused.status).toBe(401);
    expect(await refused.json()).toMatchObject({ error: { code: "not-signed" } });
  });

  test("is refused without a link of ours", async () => {
    const { portalId } = stage;
    const bare = new URLSearchParams({ portalId, userId: "7" }).toString();
    expect((await fetch(`${stage.backend.url}/exports/portfolio.csv?${bare}`)).status).toBe(401);
  });
});

describe("a link", () => {
  const until = new Date("2026-11-22T06:10:00Z");
  const path = "/exports/portfolio.csv";
  const url = new URL(signedLink({ secret: "s", origin: "https://keyline.example.com", path }, { a: "1" }, until));

  test("opens until its moment, and not after", () => {
    expect(() => checkLink("s", path, url.searchParams, until)).not.toThrow();
    const late = new Date(until.getTime() + 1);
    expect(() => checkLink("s", path, url.searchParams, late)).toThrow(/expired/);
  });

  test("opens nothing but its own path, and only with the secret", () => {
    expect(() => checkLink("s", "/exports/other.csv", url.searchParams, until)).toThrow();
    expect(() => checkLink("t", path, url.searchParams, until)).toThrow();
  });

  test("of a backend without a secret opens nothing", () => {
    const open = new URL(signedLink({ secret: "", origin: "https://keyline.example.com", path }, {}, until));
    expect(() => checkLink("", path, open.searchParams, until)).toThrow();
  });
});
