import { afterEach, describe, expect, test } from "@jest/globals";
import { accountPlan, company, frameworkKey, task, type AccountProperties, type SettingsInput } from "@keyline/domain";
import { digestTask, type DigestFacts } from "../../src/check-ins/digest-task.ts";
import { huda, owner, portalOf } from "./portal-of-test.ts";
import { openStage, type Stage } from "./stage.ts";

const tuesday = "2026-12-08T05:30:00Z";
const wednesdayAtSeven = "2026-12-09T04:00:00Z";
const wednesdayAfterEight = "2026-12-09T05:30:00Z";
const wednesdayEvening = "2026-12-09T16:00:00Z";
const nextWednesday = "2026-12-16T05:30:00Z";

const monthly: Partial<AccountProperties> = {
  am_account_type: "key",
  am_tier: "a",
  am_rhythm: "monthly",
  am_rhythm_rule: "first sunday",
  am_plan_status: "active",
};

let stage: Stage;
afterEach(() => stage.close());

const open = async (settings: Partial<SettingsInput> = {}) => {
  stage = await openStage({ digest: { enabled: true, weekday: "wednesday", time: "08:00" }, ...settings });
};
const digests = async () =>
  (await stage.tasks()).filter(({ keyline_task_key: key }) => key?.endsWith(":digest") ?? false);
const subjects = async () =>
  (await digests()).map((one) => `${one["hubspot_owner_id"]}: ${one["hs_task_subject"]}`).sort();
const planOn = async (moment: string) => {
  await stage.goTo(moment);
  return stage.plan();
};
const late = { am_overdue_check_ins: 1 };
const slipping = { am_health_band: "at_risk" } as const;
const planless = { am_plan_status: null };

describe("the weekly digest", () => {
  test("is off unless the portal asks for it", async () => {
    await open({ digest: {} });
    await stage.companies(2, { ...monthly, ...planless });

    for (const day of [6, 7, 8, 9, 10, 11, 12]) await planOn(`2026-12-${String(day).padStart(2, "0")}T16:00:00Z`);

    expect(await digests()).toEqual([]);
  });

  test("comes on its day, not before its hour, once however many passes there are, and again the week after", async () => {
    await open();
    await stage.companies(2, { ...monthly, ...planless });
    await planOn(tuesday);
    await planOn(wednesdayAtSeven);
    expect(await digests()).toEqual([]);

    await planOn(wednesdayAfterEight);
    await Promise.all([stage.plan(), stage.plan()]);
    await planOn(wednesdayEvening);
    expect(await digests()).toHaveLength(1);

    await planOn(nextWednesday);
    expect(await digests()).toHaveLength(2);
  });

  test("names what is late, slipping and without a plan among the accounts of a manager's people", async () => {
    await open();
    const [lead, bySlipping] = [{ hubspot_owner_id: stage.people.noura }, { am_lead_manager: stage.people.tom }];
    await stage.companies(1, monthly, { ...lead, name: "Late & Sons" });
    await stage.companies(1, { ...monthly, ...slipping, ...bySlipping }, { name: "Slipping" });
    await stage.companies(1, { ...monthly, ...planless }, { ...lead, name: "Planless" });
    await stage.companies(1, { ...planless, ...slipping, ...late }, { ...lead, name: "Nobody's account" });
    await stage.plan(); // on 22 November: their check-ins of 6 December are late from the 9th on
    await planOn(wednesdayAfterEight);

    expect(await subjects()).toEqual([`${stage.people.huda}: This week: 3 late, 1 slipping, 1 without a plan`]);
    const [{ hs_task_body: body } = {}] = await digests();
    expect(body).toContain("<strong>Overdue check-ins</strong></p><ul><li>Late &amp; Sons</li>");
    expect(body).toContain("<strong>Slipping accounts</strong></p><ul><li>Slipping</li></ul>");
    expect(body).toContain("<strong>Accounts without a plan</strong></p><ul><li>Planless</li></ul>");
    expect(body).not.toContain("Nobody");
  });

  test("with nothing to say is not written, and not written later in the day either", async () => {
    await open();
    const [id = ""] = await stage.companies(1, { ...monthly, am_rhythm: "quarterly", am_rhythm_rule: "day 15" });
    await planOn(wednesdayAfterEight);
    expect(await digests()).toEqual([]);

    await stage.hubspot.records(company).update([{ id, properties: slipping }]);
    await planOn(wednesdayEvening);

    expect(await digests()).toEqual([]);
  });

  test("that somebody deleted is not written again that week, by any pass", async () => {
    await open();
    await stage.companies(1, { ...monthly, ...planless });
    await planOn(wednesdayAfterEight);
    await stage.hubspot.records(task).archive((await digests()).map(({ id }) => id ?? ""));

    await stage.plan();
    await planOn(wednesdayEvening);

    expect(await digests()).toEqual([]);
  });

  test("that somebody completed stays completed", async () => {
    await open();
    await stage.companies(1, { ...monthly, ...planless });
    await planOn(wednesdayAfterEight);
    const [{ id } = {}] = await digests();
    await stage.hubspot
      .records(task)
      .update([{ id: id ?? "", properties: {}, extra: { hs_task_status: "COMPLETED" } }]);

    await planOn(wednesdayEvening);

    expect((await digests()).map((one) => one["hs_task_status"])).toEqual(["COMPLETED"]);
  });

  test("after a crash that left no word of it stands once, also where searches lag", async () => {
    await open();
    await stage.companies(1, { ...monthly, ...planless });
    await planOn(wednesdayAfterEight);
    await stage.control("PUT", "portal", { searchLagMs: 60_000 });
    const framework = await stage.hubspot.records(accountPlan).readOne(frameworkKey, { idProperty: "plan_key" });
    expect(framework?.properties.weekly_digests).toBe(`2026-12-09 ${stage.people.huda}`);
    await stage.hubspot
      .records(accountPlan)
      .update([{ id: framework?.id ?? "", properties: { weekly_digests: null } }]);

    await Promise.all([stage.plan(), stage.plan()]);
    await stage.control("PUT", "portal", { searchLagMs: 0 });

    expect(await digests()).toHaveLength(1);
  });

  test("of a manager who left comes to the nearest manager above who is still here", async () => {
    await open();
    await manage({ Noura: "Huda", Tom: "Huda", Huda: "Salma" }, ["Huda"]);
    await stage.companies(1, { ...monthly, ...planless });
    await stage.plan();

    await planOn(wednesdayAfterEight);

    expect(await subjects()).toEqual(["14: This week: 1 late, 0 slipping, 1 without a plan"]);
  });

  test("that HubSpot refuses is said, and written by a later pass of the day", async () => {
    await open();
    await stage.companies(1, { ...monthly, ...planless });
    await stage.plan();
    await planOn(wednesdayAtSeven); // the tasks of the late check-in are out already
    const rule = {
      objectType: "tasks",
      when: { property: "hs_task_priority", value: "HIGH" },
      requires: "hs_task_reminders",
    };
    await stage.control("PUT", "portal", { writeRules: [rule] });
    expect((await planOn(wednesdayAfterEight)).refused).toMatchObject([{ what: "digest" }]);
    await stage.control("PUT", "portal", { writeRules: [] });

    expect((await stage.plan()).refused).toEqual([]);

    expect(await digests()).toHaveLength(1);
  });

  test("once written costs one call a pass, on other days none", async () => {
    await open();
    await stage.companies(1, { ...monthly, ...planless });
    await planOn(tuesday);
    const { calls: onTuesday } = await stage.plan();
    await planOn(wednesdayAfterEight);

    expect((await stage.plan()).calls).toBe(onTuesday + 1);
  });
});

/** Who reports to whom, and who was deactivated since; Salma is the fourth owner, 14. */
async function manage(managers: Record<string, string>, left: string[]): Promise<void> {
  const ids: Record<string, number> = { Noura: 1011, Tom: 1012, Huda: 1013, Salma: 1014 };
  await stage.control("POST", "records/owners", {
    inputs: [{ properties: { id: "14", userId: 1014, firstName: "Salma", lastName: "", email: "salma@example.com" } }],
  });
  await stage.control("POST", "records/users", {
    inputs: Object.entries(ids).map(([name, id]) => ({
      properties: {
        hs_given_name: name,
        hs_email: `${name}.2@example.com`.toLowerCase(),
        hs_internal_user_id: String(id),
        ...(managers[name] && { hs_manager: String(ids[managers[name]]) }),
        ...(left.includes(name) && { hs_deactivated: "true" }),
      },
    })),
  });
}

describe("what a digest says", () => {
  const names = Array.from({ length: 10 }, (_, index) => `Account ${index + 1}`);
  const facts: DigestFacts = {
    late: { count: 12, names },
    slipping: { count: 1, names: ["<i>Dune</i>"] },
    withoutPlan: { count: 0, names: [] },
  };
  const portal = portalOf("2026-12-09");

  test("in English: counts first, ten names of a kind at most, nothing about a kind that is empty", () => {
    const { hs_task_subject: subject, hs_task_body: body, ...rest } = digestTask(facts, huda, portal);
    expect(subject).toBe("This week: 12 late, 1 slipping, 0 without a plan");
    expect(body).toContain("<li>Account 10</li><li>and 2 more</li>");
    expect(body).toContain("&lt;i&gt;Dune&lt;/i&gt;");
    expect(body).not.toContain("Accounts without a plan");
    expect(body).toContain("because account managers report to you");
    expect(rest).toEqual({
      hs_timestamp: "2026-12-09T06:00:00.000Z",
      hs_task_priority: "HIGH",
      hs_task_type: "TODO",
      hubspot_owner_id: huda.id,
    });
  });

  test("in Arabic: right to left, with Arabic digits, on the manager's own clock", () => {
    const manager = owner("13", { language: "ar", timeZone: "Europe/London" });
    const {
      hs_task_subject: subject,
      hs_task_body: body,
      hs_timestamp: due,
    } = digestTask({ ...facts, late: { count: 0, names: [] } }, manager, portal);
    expect(subject).toBe("هذا الأسبوع: متأخرة ٠، متراجعة ١، بلا خطة ٠");
    expect(body).toMatch(/^<div dir="rtl">.*حسابات تتراجع.*لأنك مدير مديري حسابات/s);
    expect(due).toBe("2026-12-09T09:00:00.000Z");
  });
});
