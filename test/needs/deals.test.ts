import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { accountNeed, company, deal, type NeedRow, type OpenDeal } from "@keyline/domain";
import { needActions } from "../../src/needs/index.ts";
import { intent, openDesk, type NeedDesk } from "./open-desk.ts";

let at: NeedDesk;
let need: NeedRow;
let haddad: string;
beforeEach(async () => {
  at = await openDesk();
  haddad = await at.person("S. Haddad");
  need = await at.add({ voicedById: haddad });
});
afterEach(() => at.close());

const one = () => ({ ...intent(), companyId: at.companyId, needKey: need.key });
const open = (more: Partial<OpenDeal> = {}) =>
  needActions.openDeal(at.desk, {
    ...one(),
    name: "Arabic reporting",
    amountMinor: 9_000_000,
    closesOn: "2026-12-20",
    pipelineId: null,
    ...more,
  });
const link = (dealId: string | null, expectedDealId: string | null = null) =>
  needActions.linkDeal(at.desk, { ...one(), dealId, expectedDealId });

describe("a deal opened from a need", () => {
  test("carries the company, the need, who voiced it, the owner and the amount", async () => {
    const { deal: opened, need: after } = await open();
    expect(opened).toMatchObject({ name: "Arabic reporting", isOpen: true, amountMinor: 9_000_000 });
    expect(opened?.url).toContain(`/record/0-3/${opened?.id}`);
    expect(after.dealId).toBe(opened?.id);
    const id = opened?.id ?? "";
    const { associations } = at.stage.hubspot;
    const tied = async (to: Parameters<typeof associations.read>[1]) =>
      (await associations.read("deals", to, [id])).get(id)?.map((other) => other.id);
    expect(await tied(company)).toEqual([at.companyId]);
    expect(await tied("contacts")).toEqual([haddad]);
    expect(await tied(accountNeed)).toEqual([need.id]);
    const [record] = await at.stage.hubspot.records("deals").read([id], {
      extra: ["hubspot_owner_id", "closedate", "dealstage", "pipeline"],
    });
    expect(record?.raw).toMatchObject({
      hubspot_owner_id: at.stage.people.noura,
      dealstage: "appointmentscheduled",
      pipeline: "default",
    });
    expect(record?.raw["closedate"]).toContain("2026-12-20");
  });

  test("is one, clicked twice, by two people at once, or with other words", async () => {
    const [first, second] = await Promise.all([open(), open({ name: "Reports" })]);
    const third = await open({ name: "Something else" });
    expect(new Set([first?.deal?.id, second?.deal?.id, third.deal?.id]).size).toBe(1);
    expect(await at.dealsInHubSpot()).toHaveLength(1);
  });

  test("is one when HubSpot's answers get lost", async () => {
    await at.stage.control("PUT", "faults", { seed: 11, lostReplies: 0.5 });
    let made = null;
    for (let tries = 0; made === null && tries < 40; tries++) made = await open().catch(() => null);
    await at.stage.control("PUT", "faults", {});
    expect(made?.deal?.id).toBeDefined();
    expect(await at.dealsInHubSpot()).toEqual([made?.deal?.id]);
    expect((await at.read()).needs[0]?.dealId).toBe(made?.deal?.id);
  });

  test("after one that was lost, a further one can be opened, once", async () => {
    const first = (await open()).deal?.id ?? "";
    await at.stage.hubspot.records("deals").update([{ id: first, properties: {}, extra: { dealstage: "closedlost" } }]);
    const [second, again] = await Promise.all([open(), open()]);
    expect(second?.deal?.id).not.toBe(first);
    expect(again?.deal?.id).toBe(second?.deal?.id);
    expect(await at.dealsInHubSpot()).toHaveLength(2);
  });

  test("after one that was deleted, a new one can be opened", async () => {
    const first = (await open()).deal?.id ?? "";
    await at.stage.hubspot.records("deals").archive([first]);
    const { deal: second } = await open();
    expect(second?.id).not.toBe(first);
    expect(await at.dealsInHubSpot()).toEqual([second?.id]);
  });

  test("goes into the pipeline that was chosen; one that is not there is refused at its field", async () => {
    await expect(open({ pipelineId: "no-such" })).rejects.toMatchObject({ fields: [{ path: "pipelineId" }] });
    expect(await at.dealsInHubSpot()).toEqual([]);
  });

  test("what HubSpot refuses is said, and the need is untouched", async () => {
    const rule = { objectType: "deals", when: { property: "pipeline", value: "default" }, requires: "description" };
    await at.stage.control("PUT", "portal", { writeRules: [rule] });
    await expect(open()).rejects.toMatchObject({ code: "refused" });
    expect((await at.read()).needs[0]?.dealId).toBeNull();
  });

  test("works in a portal that could not take the unique property", async () => {
    await at.stage.hubspot.request({ method: "DELETE", path: `/crm/properties/2026-09/deals/keyline_deal_key` });
    const first = await open();
    const second = await open();
    expect(second.deal?.id).toBe(first.deal?.id);
    expect(await at.dealsInHubSpot()).toHaveLength(1);
  });
});

describe("a deal that is there already", () => {
  test("is tied to the need, exchanged for another, and let go", async () => {
    const [line4, plant] = [await at.deal("Line 4"), await at.deal("Second plant")];
    expect(await link(line4)).toMatchObject({ need: { dealId: line4 }, deal: { name: "Line 4" } });
    expect(await link(plant, line4)).toMatchObject({ need: { dealId: plant } });
    const tied = async () =>
      (await at.stage.hubspot.associations.read(accountNeed, "deals", [need.id])).get(need.id)?.map(({ id }) => id);
    expect(await tied()).toEqual([plant]);
    expect(await link(null, plant)).toMatchObject({ need: { dealId: null }, deal: null });
    expect(await tied()).toEqual([]);
  });

  test("of another company is refused at its field", async () => {
    const made = await at.stage.hubspot
      .records(deal)
      .create([
        { properties: {}, extra: { dealname: "Elsewhere", pipeline: "default", dealstage: "appointmentscheduled" } },
      ]);
    await expect(link(made.written[0]?.id ?? "")).rejects.toMatchObject({ fields: [{ path: "dealId" }] });
  });

  test("another one tied meanwhile is a conflict that says which", async () => {
    const [line4, plant] = [await at.deal("Line 4"), await at.deal("Second plant")];
    await link(line4);
    await expect(link(plant)).rejects.toMatchObject({ code: "conflict", found: { dealId: line4 } });
  });
});
