import { resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { company, numberChanges, type AccountProperties } from "@keyline/domain";
import { checkInActions } from "../../src/check-ins/index.ts";
import type { Desk } from "../../src/desk/index.ts";
import { readManifest } from "../../src/manifest/index.ts";
import { openStage, type Stage } from "./stage.ts";

const lastHeld = "2026-11-01";
const monthly: Partial<AccountProperties> = {
  am_account_type: "key",
  am_tier: "a",
  am_rhythm: "monthly",
  am_rhythm_rule: "first sunday",
  am_last_check_in: lastHeld,
};
const reminderDay = "2026-12-01T05:00:00Z"; // three working days before Sunday 6 December

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

async function add(object: string, companyId: string, values: Record<string, string>[]): Promise<string[]> {
  const { hubspot } = stage;
  const inputs = values.map((extra) => ({ properties: {}, extra }));
  const { written, refused } = await hubspot.records(object).create(inputs);
  if (refused[0]) throw refused[0].problem;
  const ids = written.map(({ id }) => id);
  await hubspot.associations.create(
    object,
    "companies",
    ids.map((from) => ({ from, to: companyId })),
  );
  return ids;
}

const won = (dealname: string, closedate: string, amount = "90000") => {
  return { dealname, closedate, amount, pipeline: "default", dealstage: "closedwon" };
};
const open = (subject: string) => ({ subject, hs_pipeline: "0", hs_pipeline_stage: "1" });

async function eventfulCompany(): Promise<string> {
  const [id = ""] = await stage.companies(1, {
    ...monthly,
    am_number_changes: numberChanges.write({
      since: lastHeld,
      numbers: [{ number: "satisfaction", now: 61, before: 70 }],
    }),
  });
  await add("deals", id, [
    won("Line 4 upgrade", "2026-11-09T08:00:00Z"),
    won("Long ago", "2026-06-09T08:00:00Z"),
    { ...won("Spare parts", "2026-11-10T08:00:00Z"), dealstage: "closedlost" },
  ]);
  await add("tickets", id, [open("Late delivery")]);
  return id;
}

async function bodyOfReminder(): Promise<string> {
  await stage.plan();
  await stage.goTo(reminderDay);
  await stage.plan();
  return (await stage.tasks())[0]?.["hs_task_body"] ?? "";
}

const written = (calls: Record<string, number>) =>
  Object.keys(calls).filter((operation) => !/^GET|search$|batch\/read$/.test(operation));

function deskOf(language: "en" | "ar" = "en"): Desk {
  const caller = { userId: "1", userEmail: "noura@example.com", language };
  const portal = { portalId: "1", timeZone: "Asia/Riyadh", currency: "SAR" };
  return { ...stage.parts, ...portal, hubspot: stage.hubspot.as("interactive"), caller };
}

describe("a reminder", () => {
  test("says what happened since the last check-in, each line leading to its record", async () => {
    await eventfulCompany();

    const body = await bodyOfReminder();

    expect([...body.matchAll(/<li>(.*?)<\/li>/g)].map(([, line]) => line)).toEqual([
      expect.stringMatching(
        /^<a href="https:\/\/app.*\/record\/0-3\/\d+">Won “Line 4 upgrade” \(SAR.90,000\) on Mon 9 Nov<\/a>$/,
      ),
      expect.stringMatching(/^<a href=.*Lost “Spare parts” \(SAR.90,000\) on Tue 10 Nov<\/a>$/),
      expect.stringMatching(
        /^<a href="https:\/\/app.*\/record\/0-5\/\d+">Ticket “Late delivery” open since Sun 22 Nov<\/a>$/,
      ),
      "Satisfaction 61 %, was 70 %",
    ]);
  });

  test("stays as it was written: days pass, more happens, and a pass writes nothing", async () => {
    const id = await eventfulCompany();
    const body = await bodyOfReminder();
    await add("deals", id, [won("Won meanwhile", "2026-12-01T08:00:00Z")]);
    await stage.goTo("2026-12-03T05:00:00Z");
    await stage.calls();

    await stage.plan();

    expect(written(await stage.calls())).toEqual([]);
    expect((await stage.tasks())[0]?.["hs_task_body"]).toBe(body);
  });

  test("that is written anew, because its owner changed, tells of what is new by then", async () => {
    const id = await eventfulCompany();
    await bodyOfReminder();
    await add("deals", id, [won("Won meanwhile", "2026-12-01T08:00:00Z")]);
    await stage.hubspot.records(company).update([{ id, properties: { am_lead_manager: stage.people.tom } }]);

    await stage.plan();

    expect((await stage.tasks())[0]?.["hs_task_body"]).toContain("Won meanwhile");
  });

  test("counts a deal of several companies for its primary one alone", async () => {
    const [own = "", other = ""] = await stage.companies(2, monthly);
    const [dealId = ""] = await add("deals", own, [won("Shared", "2026-11-09T08:00:00Z")]);
    const primary = { from: dealId, to: own, typeId: 5 };
    await stage.hubspot.associations.create("deals", company, [primary, { from: dealId, to: other }]);

    await bodyOfReminder();

    const told = (await stage.tasks()).map(({ hs_task_body: body, keyline_task_key: key }) => [
      key?.split(":")[1],
      body?.includes("Shared"),
    ]);
    expect(new Map(told as [string, boolean][])).toEqual(
      new Map([
        [own, true],
        [other, false],
      ]),
    );
  });
});

describe("a company that no pass has seen before", () => {
  test("may have come with a history: its first reminder knows the last check-in, what was promised, and the needs", async () => {
    await stage.goTo(reminderDay);
    const [id = "", other = ""] = await stage.companies(2, { ...monthly, am_last_check_in: null });
    const date = { slot_date: lastHeld, planned_date: lastHeld, due_date: lastHeld };
    const promise = { id: "1", what: "Send integration guide", who: "Tom", by: "2026-11-20", state: "open" };
    const imported = { state: "held", held_on: lastHeld, recommendations: JSON.stringify([promise]) };
    await add("p_check_in", id, [
      { check_in_key: `${id}:${lastHeld}`, check_in_name: "Imported", company_record_id: id, ...date, ...imported },
    ]);
    await add("p_account_need", id, [
      { need_key: `${id}:1`, need_name: "Reporting in Arabic", need_status: "confirmed", company_record_id: id },
    ]);
    await add("deals", id, [won("Before it", "2026-10-09T08:00:00Z"), won("Since", "2026-11-09T08:00:00Z")]);

    await stage.plan();

    const tasks = await stage.tasks();
    const bodyOf = (companyId: string) =>
      tasks.find(({ keyline_task_key: key }) => key?.includes(`:${companyId}:`))?.["hs_task_body"];
    expect(bodyOf(id)).toContain("Last check-in: Sun 1 Nov.");
    for (const words of ["Send integration guide", "Reporting in Arabic", "Won “Since”"]) {
      expect(bodyOf(id)).toContain(words);
    }
    expect(bodyOf(id)).not.toContain("Before it");
    expect(bodyOf(other)).toContain("The first check-in with this account.");
  });
});

describe("a company that manages its family", () => {
  test("hears of all of it, each deal once: in the task and on the card", async () => {
    const [head = "", below = ""] = await stage.companies(2, {});
    const family = { am_manages_family: true, am_family_ids: below, am_open_needs: 1 };
    await stage.hubspot.records(company).update([{ id: head, properties: { ...monthly, ...family } }]);
    await stage.hubspot.associations.create(company, company, [{ from: head, to: below, typeId: 13 }]);
    await add("deals", below, [won("Won below", "2026-11-09T08:00:00Z")]);
    const [shared = ""] = await add("deals", head, [won("Won by both", "2026-11-08T08:00:00Z")]);
    await stage.hubspot.associations.create("deals", company, [{ from: shared, to: below }]);
    await add("tickets", below, [open("Late delivery")]);
    await add("p_account_need", below, [
      { need_key: `${below}:1`, need_name: "Reporting", need_status: "confirmed", company_record_id: below },
    ]);

    const body = await bodyOfReminder();
    const { brief } = await checkInActions.checkIns(deskOf(), { companyId: head, lang: "en" });

    const lines = [...body.matchAll(/<li>.*?<\/li>/g)].map(([line]) => /“(.*)”|>(Reporting)/.exec(line)?.slice(1));
    expect(lines.flatMap((found) => found?.filter(Boolean) ?? [])).toEqual([
      "Won below",
      "Won by both",
      "Late delivery",
      "Reporting",
    ]);
    const names = brief?.news.map((item) => ("deal" in item ? item.deal.name : "ticket" in item && item.ticket.name));
    expect(names).toEqual(["Won below", "Won by both", "Late delivery"]);
    expect(brief?.askAbout).toMatchObject([{ kind: "need", need: { name: "Reporting" } }]);
  });
});

describe("the card", () => {
  test("shows the very items that the task tells", async () => {
    const companyId = await eventfulCompany();
    const body = await bodyOfReminder();

    const { brief } = await checkInActions.checkIns(deskOf(), { companyId, lang: "en" });

    expect(brief).toMatchObject({ since: lastHeld, moreNews: 0, unread: [] });
    expect(brief?.news).toMatchObject([
      { kind: "deal-won", deal: { name: "Line 4 upgrade" }, on: "2026-11-09", amountMinor: 9_000_000, currency: "SAR" },
      { kind: "deal-lost", deal: { name: "Spare parts" }, on: "2026-11-10" },
      { kind: "ticket-open", ticket: { name: "Late delivery" }, openedOn: "2026-11-22" },
      { kind: "number-changed", number: "satisfaction", now: 61, before: 70 },
    ]);
    for (const item of brief?.news ?? []) {
      const link = "deal" in item ? item.deal : "ticket" in item ? item.ticket : null;
      if (link) expect(body).toContain(`<a href="${link.url}">`);
    }
  });
});

describe("a portal that gives no tickets", () => {
  beforeEach(async () => {
    await stage.close();
    const { required } = (await readManifest(resolve(import.meta.dirname, "../.."))).scopes;
    stage = await openStage({}, { scopes: required });
  });

  test("gets its news of deals, and neither task nor card claims to have looked at tickets", async () => {
    const [companyId = ""] = await stage.companies(1, monthly);
    await add("deals", companyId, [won("Line 4 upgrade", "2026-11-09T08:00:00Z")]);

    const body = await bodyOfReminder();
    const { brief, unreadable } = await checkInActions.checkIns(deskOf(), { companyId, lang: "en" });

    expect(body).toContain("Won “Line 4 upgrade”");
    expect(body).toContain("Built from the company&#39;s deals, numbers,");
    expect(brief).toMatchObject({ news: [{ kind: "deal-won" }], unread: ["tickets"] });
    expect(unreadable).toEqual([]);
  });
});

describe("what the brief costs", () => {
  test("nothing where there are no deals and no tickets", async () => {
    await stage.companies(20, monthly);
    await stage.plan();
    await stage.goTo(reminderDay);
    await stage.plan({ dryRun: true }); // what the portal shares is remembered, as in a worker
    await stage.calls();

    await stage.plan();

    const calls = Object.keys(await stage.calls());
    expect(calls.filter((operation) => /deals|tickets/.test(operation))).toEqual([]);
  });

  test("of 250 accounts with a deal and a ticket each: one read of associations and three of records, for either", async () => {
    const ids = await stage.companies(250, monthly);
    for (const [object, extra] of [
      ["deals", won("Line 4 upgrade", "2026-11-09T08:00:00Z")],
      ["tickets", open("Late delivery")],
    ] as const) {
      const type = await stage.hubspot.associations.type(object, company, "Primary");
      const inputs = ids.map((to) => ({ properties: {}, extra, associations: [{ to, ...type }] }));
      await stage.hubspot.records(object).create(inputs);
    }
    await stage.plan();
    await stage.goTo(reminderDay);
    await stage.plan({ dryRun: true });
    await stage.calls();

    await stage.plan();

    const calls = Object.entries(await stage.calls()).filter(([operation]) => /deals|tickets/.test(operation));
    expect(Object.fromEntries(calls)).toEqual({
      "POST /crm/associations/{version}/companies/deals/batch/read": 1,
      "POST /crm/objects/{version}/deals/batch/read": 3,
      "POST /crm/associations/{version}/companies/tickets/batch/read": 1,
      "POST /crm/objects/{version}/tickets/batch/read": 3,
    });
  }, 60_000);
});
