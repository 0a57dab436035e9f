import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { checkIn, company, task, type AccountProperties, type CheckIn } from "@keyline/domain";
import { openStage, type Stage } from "./stage.ts";

const monthly: Partial<AccountProperties> = {
  am_account_type: "key",
  am_tier: "a",
  am_rhythm: "monthly",
  am_rhythm_rule: "first sunday",
};
const slot = "2026-12-06";
const reminderDay = "2026-12-01T05:00:00Z"; // three working days before

let stage: Stage;
/** One company for each change, all with a reminder out. */
let ids: string[];
beforeEach(async () => {
  stage = await openStage();
  await salma({ hasLeft: false });
  ids = await stage.companies(12, monthly);
  await change(ids[10] ?? "", { am_lead_manager: "15" });
  await stage.plan();
  await stage.goTo(reminderDay);
  await stage.plan();
});
afterEach(() => stage.close());

const change = (id: string, properties: Partial<AccountProperties>, extra = {}) =>
  stage.hubspot.records(company).update([{ id, properties, extra }]);

async function changeCheckIn(companyId: string, properties: Partial<CheckIn>) {
  const key = `${companyId}:${slot}`;
  const record = await stage.hubspot.records(checkIn).readOne(key, { idProperty: "check_in_key" });
  await stage.hubspot.records(checkIn).update([{ id: record?.id ?? "", properties }]);
}

async function taskOf(companyId: string): Promise<string> {
  const key = (await stage.tasks()).find((one) => one["keyline_task_key"]?.includes(`:${companyId}:${slot}:reminder`));
  return key?.["id"] ?? "";
}

/** A call as people's own doors make it: the client of the product never merges. */
async function call(path: string, body: object): Promise<{ id: string }> {
  const answer = await fetch(`${stage.sandbox.url}/crm/objects/2026-09/${path}`, {
    method: "POST",
    headers: { authorization: `Bearer ${stage.sandbox.token}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return (await answer.json()) as { id: string };
}

/** What is open, as `slot for owner on day`, by the place of its company among the twelve. */
async function openReminders(): Promise<Record<number, string[]>> {
  const open: Record<number, string[]> = {};
  for (const one of await stage.tasks()) {
    const [, companyId = "", of, kind] = (one["keyline_task_key"] ?? "").split(":");
    if (one["hs_task_status"] === "COMPLETED" || kind !== "reminder") continue;
    const at = ids.indexOf(companyId);
    open[at] = [...(open[at] ?? []), `${of} for ${one["hubspot_owner_id"]} on ${one["hs_timestamp"]?.slice(0, 10)}`];
  }
  return open;
}

describe.each([
  { by: "a whole pass", searchLagMs: 0 },
  { by: "the wake-ups, while searches lag", searchLagMs: 60_000 },
])("by $by", ({ searchLagMs }) => {
  const plan = (woken: string[]) => (searchLagMs === 0 ? stage.plan() : stage.planFew(woken));

  test("everything that changes the truth changes the task, and a second time nothing", async () => {
    const { noura, tom, huda } = stage.people;
    const untouched = [`${slot} for ${noura} on ${slot}`];
    const all = Object.fromEntries(ids.map((_id, at) => [at, untouched]));
    expect(await openReminders()).toEqual({ ...all, 10: [`${slot} for 15 on ${slot}`] });
    const [same, owner, rhythm, cleared, typeless, moved, skipped, binned, deleted, early, left, merged] = ids as [
      ...Array<string>,
    ] & { length: 12 };
    const [deletedTask, earlyTask] = [await taskOf(deleted ?? ""), await taskOf(early ?? "")];
    await stage.control("PUT", "portal", { searchLagMs });
    await change(owner ?? "", {}, { hubspot_owner_id: tom });
    await change(rhythm ?? "", { am_rhythm: "weekly", am_rhythm_rule: "thursday" });
    await change(cleared ?? "", { am_rhythm: null });
    await change(typeless ?? "", { am_account_type: null });
    await changeCheckIn(moved ?? "", { planned_date: "2026-12-10", due_date: "2026-12-10" });
    await changeCheckIn(skipped ?? "", { state: "skipped", skip_reason: "They are away" });
    await stage.hubspot.records(company).archive([binned ?? ""]);
    await stage.hubspot.records(task).archive([deletedTask]);
    await stage.hubspot
      .records(task)
      .update([{ id: earlyTask, properties: {}, extra: { hs_task_status: "COMPLETED" } }]);
    await salma({ hasLeft: true });
    const one = await call("companies/merge", { primaryObjectId: same, objectIdToMerge: merged });

    await stage.goTo("2026-12-01T05:02:00Z"); // people are remembered for a minute
    const woken = [...ids.filter((id) => id !== same && id !== merged), one.id];
    await plan(woken);
    await plan(woken);

    await stage.control("PUT", "portal", { searchLagMs: 0 });
    expect(await openReminders()).toEqual({
      0: untouched, // of two that became one, one is left
      1: [`${slot} for ${tom} on ${slot}`],
      2: [`2026-12-03 for ${noura} on 2026-12-03`], // its own slot, at once: the lead has begun
      5: [`${slot} for ${noura} on 2026-12-10`],
      10: [`${slot} for ${huda} on ${slot}`],
    });
    const [gone] = (await stage.tasks()).filter((each) => each["keyline_task_key"]?.includes(`:${left}:`));
    expect(gone?.["hs_task_body"]).toContain("Salma is no longer active");
    const states = (await stage.checkIns()).map(
      (each) => `${ids.indexOf(each["company_record_id"] ?? "")} ${each["state"]}`,
    );
    expect(states).toEqual(expect.arrayContaining(["9 held", "6 skipped", "7 skipped", "8 planned"]));
    await stage.calls();
    await stage.plan();
    expect(
      Object.keys(await stage.calls()).filter((operation) => /upsert|update|create|archive/.test(operation)),
    ).toEqual([]);
  });

  test("a company that comes back from the bin has its reminder again, one, under the same key", async () => {
    const [id = ""] = ids;
    const key = (await stage.tasks()).find((one) => one["keyline_task_key"]?.includes(`:${id}:`))?.["keyline_task_key"];
    await stage.hubspot.records(company).archive([id]);
    await plan([id]);
    expect((await openReminders())[0]).toBeUndefined();

    await stage.control("POST", `records/companies/${id}/restore`);
    await plan([id]);
    await plan([id]);

    const back = (await stage.tasks()).filter((one) => one["keyline_task_key"] === key);
    expect(back.map((one) => one["hs_task_status"])).toEqual(["NOT_STARTED"]);
  });
});

/** Salma reports to Huda. */
async function salma({ hasLeft }: { hasLeft: boolean }) {
  const email = "salma@example.com";
  await stage.control("POST", "records/owners", {
    inputs: [
      { properties: { id: "15", userId: 1015, firstName: "Salma", lastName: "", email, archived: String(hasLeft) } },
    ],
  });
  if (hasLeft) return;
  const user = { hs_given_name: "Salma", hs_email: email, hs_internal_user_id: "1015", hs_manager: "1013" };
  await stage.control("POST", "records/users", { inputs: [{ properties: user }] });
}
