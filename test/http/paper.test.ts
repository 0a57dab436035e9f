import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { accountPlan, checkIn, company, type PrintLinksAnswer } from "@keyline/domain";
import { openStage, type Stage } from "./open-stage.ts";

let stage: Stage;
let companyId: string;
let planKey: string;

beforeAll(async () => {
  stage = await openStage("web", "2026-11-22T06:00:00Z");
  const made = await stage.hubspot("POST", "/crm/objects/2026-09/companies", {
    properties: { name: "Najd <Foods>", am_account_type: "key", am_rhythm: "monthly" },
    associations: [],
  });
  companyId = made.id;
  planKey = `${companyId}:2026`;
  const { hubspot } = await stage.backend.portals.open(stage.portalId);
  const [plan] = (
    await hubspot.records(accountPlan).upsert([
      {
        key: planKey,
        properties: {
          plan_name: "Najd 2026",
          plan_status: "active",
          company_record_id: Number(companyId),
          period: "2026",
          our_promises: "An answer within two hours",
          internal_notes: "Their CFO may leave",
        },
      },
    ])
  ).written;
  await hubspot.associations.create(accountPlan, company, [{ from: plan?.id ?? "", to: companyId }]);
  const [next] = (
    await hubspot.records(checkIn).upsert([
      {
        key: `${companyId}:2026-12-06`,
        properties: {
          check_in_name: "Najd 6 Dec",
          company_record_id: Number(companyId),
          slot_date: "2026-12-06",
          planned_date: "2026-12-06",
          due_date: "2026-12-06",
          state: "planned",
        },
      },
    ])
  ).written;
  await hubspot.associations.create(checkIn, company, [{ from: next?.id ?? "", to: companyId }]);
}, 60_000);

afterAll(() => stage?.close());

const ask = (path: string, more: Record<string, string> = {}) =>
  stage.send({ method: "GET", path, query: { companyId, lang: "en", ...more } });
const links = async (more: Record<string, string> = {}): Promise<PrintLinksAnswer> =>
  (await ask("/cards/plan/print-links", { planKey, ...more })).body;
const open = async (url: string) => {
  const response = await fetch(url);
  return { status: response.status, headers: response.headers, text: await response.text() };
};

describe("a plan on paper", () => {
  test("opens by its link without a login: for inside with the notes, for the customer without", async () => {
    const { inside, customer } = await links();
    const ours = await open(inside);
    expect(ours).toMatchObject({ status: 200, text: expect.stringContaining("Their CFO may leave") });
    const theirs = await open(customer);
    expect(theirs.status).toBe(200);
    expect(theirs.text).toContain("An answer within two hours");
    expect(theirs.text).toContain("Najd &lt;Foods&gt;");
    expect(theirs.text).not.toContain("Their CFO may leave");
  });

  test("speaks the language that was asked for, whatever the reader's own", async () => {
    const { customer } = await links({ language: "ar" });
    const { text } = await open(customer);
    expect(text).toContain('<html lang="ar" dir="rtl">');
    expect(text).toContain("تعهدات الطرفين");
  });

  test("may show and print itself, and nothing else; no cache keeps it", async () => {
    const { headers } = await open((await links()).inside);
    expect(headers.get("content-type")).toMatch(/^text\/html/);
    expect(headers.get("content-security-policy")).toMatch(
      /default-src 'none'.*frame-ancestors https:\/\/\*\.hubspot\.com/,
    );
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("x-robots-tag")).toContain("noindex");
  });

  test.each([
    ["another company", "companyId", "999"],
    ["another plan", "planKey", "101:2025"],
    ["the inside version", "audience", "inside"],
    ["another language", "lang", "ar"],
    ["another portal", "portalId", "1"],
    ["a longer time", "until", "9999999999999"],
    ["another signature", "signature", "AAAA"],
  ])("a customer's link does not open %s", async (_, name, value) => {
    const url = new URL((await links()).customer);
    url.searchParams.set(name, value);
    const { status, text, headers } = await open(url.href);
    expect(status).toBe(401);
    expect(headers.get("content-type")).toMatch(/^text\/html/);
    expect(text).not.toContain("Najd");
  });

  test.each([
    ["en", "This link has expired"],
    ["ar", "انتهت صلاحية هذا الرابط"],
  ])("what is wrong is said on a page, in the reader's language: %s", async (lang, said) => {
    const url = new URL((await links({ language: lang })).customer);
    url.searchParams.set("until", "1");
    expect((await open(url.href)).text).toContain(said);
  });

  test("of another company's plan there is none, although the link is ours", async () => {
    const { inside } = await links({ planKey: "999:2026" });
    expect((await open(inside)).status).toBe(404);
  });

  test("the links themselves are given to HubSpot's users alone", async () => {
    const path = `/cards/plan/print-links?${new URLSearchParams({ companyId, planKey, portalId: stage.portalId })}`;
    expect((await fetch(`${stage.backend.url}${path}`)).status).toBe(401);
  });
});

describe("a calendar of check-ins", () => {
  test("is a file with every check-in of the account", async () => {
    const { body } = await ask("/cards/check-ins/calendar-link");
    const { status, headers, text } = await open(body.url);
    expect(status).toBe(200);
    expect(headers.get("content-type")).toMatch(/^text\/calendar; charset=utf-8/);
    expect(headers.get("content-disposition")).toBe(
      `attachment; filename="check-ins-Najd-Foods-.ics"; filename*=UTF-8''check-ins%20Najd%20%3CFoods%3E.ics`,
    );
    expect(text).toContain(`UID:check-in-${stage.portalId}-${companyId}-2026-12-06@keyline\r\n`);
    expect(text).toContain("DTSTART;VALUE=DATE:20261206\r\n");
  });

  test("its link opens no plan", async () => {
    const { body } = await ask("/cards/check-ins/calendar-link");
    expect((await open(body.url.replace("/paper/check-ins.ics", "/paper/plan"))).status).toBe(401);
  });
});
