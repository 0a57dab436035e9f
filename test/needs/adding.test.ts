import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { accountNeed, company } from "@keyline/domain";
import { openDesk, type NeedDesk } from "./open-desk.ts";

let at: NeedDesk;
beforeEach(async () => {
  at = await openDesk();
});
afterEach(() => at.close());

test("a company without needs has an empty list, and says how long a need stays fresh", async () => {
  expect(await at.read()).toMatchObject({ needs: [], unreadable: [], staleAfterDays: 90, today: "2026-11-22" });
});

test("a need is written down with its company, who voiced it and who wrote it, and is there at once", async () => {
  const haddad = await at.person("S. Haddad");
  const need = await at.add({ voicedById: haddad });

  expect(need).toMatchObject({
    name: "Reporting in Arabic",
    status: "identified",
    risk: "high",
    voicedBy: [haddad],
    voicedOn: "2026-11-03",
    knownOn: "2026-11-03",
    confirmedOn: null,
    dealId: null,
  });
  expect((await at.read()).needs).toEqual([need]);
  expect((await at.needsInHubSpot())[0]).toMatchObject({
    company_record_id: at.companyId,
    hubspot_owner_id: at.stage.people.noura,
    what: "Reports that shift leaders read",
  });
});

describe("one form is one need", () => {
  test("sent twice, and with other words the second time", async () => {
    const onceId = crypto.randomUUID();
    await at.add({ onceId });
    const again = await at.add({ onceId, name: "Arabic reports" });
    expect((await at.read()).needs).toEqual([again]);
    expect(again.name).toBe("Arabic reports");
  });

  test("sent twice at the same moment", async () => {
    const onceId = crypto.randomUUID();
    const [one, other] = await Promise.all([at.add({ onceId }), at.add({ onceId })]);
    expect(one?.id).toBe(other?.id);
    expect((await at.read()).needs).toHaveLength(1);
  });

  test("when HubSpot's answers get lost", async () => {
    const onceId = crypto.randomUUID();
    await at.stage.control("PUT", "faults", { seed: 5, lostReplies: 0.5 });
    let made = null;
    for (let tries = 0; made === null && tries < 30; tries++) made = await at.add({ onceId }).catch(() => null);
    await at.stage.control("PUT", "faults", {});
    expect(made).not.toBeNull();
    expect(await at.needsInHubSpot()).toHaveLength(1);
    expect((await at.read()).needs).toHaveLength(1);
  });
});

test("a day that has not come is refused at its field", async () => {
  await expect(at.add({ voicedOn: "2026-11-23" })).rejects.toMatchObject({
    code: "invalid-input",
    fields: [{ path: "voicedOn", message: "This day has not come yet." }],
  });
  expect(await at.needsInHubSpot()).toEqual([]);
});

test("what HubSpot refuses is said, and nothing is half-made", async () => {
  const rule = { objectType: "p_account_need", when: { property: "risk", value: "high" }, requires: "evidence" };
  await at.stage.control("PUT", "portal", { writeRules: [rule] });
  await expect(at.add()).rejects.toMatchObject({ code: "refused" });
  expect(await at.needsInHubSpot()).toEqual([]);
});

test("needs of a company that was merged away are the survivor's", async () => {
  const need = await at.add();
  const [other = ""] = await at.stage.companies(1, {});
  await at.stage.hubspot.request({
    method: "POST",
    path: "/crm/objects/2026-09/companies/merge",
    body: { primaryObjectId: other, objectIdToMerge: at.companyId },
  });
  const survivor = (await at.stage.hubspot.records(company).readOne(other))?.id ?? "";
  const { needActions } = await import("../../src/needs/index.ts");
  const { needs } = await needActions.needs(at.desk, { companyId: survivor, lang: "en" });
  expect(needs.map(({ key }) => key)).toEqual([need.key]);
  const asked = { idempotencyKey: "12345678", companyId: survivor, needKey: need.key, expected: need.status };
  expect(await needActions.confirmNeed(at.desk, asked)).toMatchObject({ need: { status: "confirmed" } });
});

test("a company in the bin is said to be deleted, one that never was to be gone", async () => {
  await at.add();
  await at.stage.hubspot.records(company).archive([at.companyId]);
  await expect(at.read()).rejects.toMatchObject({ code: "archived" });
  at.companyId = "999999";
  await expect(
    (await import("../../src/needs/index.ts")).needActions.needs(at.desk, { companyId: "999999", lang: "en" }),
  ).rejects.toMatchObject({ code: "not-found" });
});

test("a need that came by import without words of ours is shown all the same", async () => {
  const made = await at.stage.hubspot.records(accountNeed).create([
    {
      properties: {
        need_key: "import:1",
        need_name: "Cheaper freight",
        need_status: "identified",
        company_record_id: 1,
      },
    },
  ]);
  await at.stage.hubspot.associations.create(accountNeed, company, [
    { from: made.written[0]?.id ?? "", to: at.companyId },
  ]);
  expect((await at.read()).needs).toMatchObject([{ name: "Cheaper freight", risk: null, voicedBy: [] }]);
});
