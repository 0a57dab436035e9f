import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { checkIn } from "@keyline/domain";
import { quietLog } from "../../src/log.ts";
import { provision } from "../../src/provision/index.ts";
import { openPortal, type TestPortal } from "./open-portal.ts";

let portal: TestPortal;
let companyIds: string[];
let checkInIds: string[];
beforeAll(async () => {
  portal = await openPortal();
  const { hubspot } = portal;
  await provision({ hubspot, log: quietLog });

  companyIds = (
    await hubspot.records("companies").create(["A", "B", "C"].map((name) => ({ properties: {}, extra: { name } })))
  ).written.map(({ id }) => id);
  const inputs = companyIds.map((id) => ({
    key: `${id}:2026-12-06`,
    properties: {
      check_in_name: "Check-in",
      company_record_id: Number(id),
      slot_date: "2026-12-06",
      planned_date: "2026-12-06",
      due_date: "2026-12-06",
      state: "planned",
    } as const,
  }));
  checkInIds = (await hubspot.records(checkIn).upsert(inputs)).written.map(({ id }) => id);
});
afterAll(() => portal.close());

test("made twice are there once, read from both sides, absent where there is none", async () => {
  const { associations } = portal.hubspot;
  const pairs = checkInIds.slice(0, 2).map((from, index) => ({ from, to: companyIds[index]! }));

  await associations.create(checkIn, "companies", pairs);
  const again = await associations.create(checkIn, "companies", pairs);

  expect(again.refused).toEqual([]);
  const there = await associations.read(checkIn, "companies", checkInIds);
  expect([...there].map(([id, found]) => [id, found.map((one) => one.id)])).toEqual([
    [checkInIds[0], [companyIds[0]]],
    [checkInIds[1], [companyIds[1]]],
    [checkInIds[2], []],
  ]);
  const back = await associations.read("companies", checkIn, [companyIds[0]!]);
  expect(back.get(companyIds[0]!)?.map(({ id }) => id)).toEqual([checkInIds[0]]);
});

test("of records that are gone are refused by pair, the others made", async () => {
  const { associations } = portal.hubspot;
  const good = { from: checkInIds[2]!, to: companyIds[2]! };
  const bad = { from: checkInIds[2]!, to: "999999999" };

  const { refused } = await associations.create(checkIn, "companies", [good, bad]);
  const onlyBad = await associations.create(checkIn, "companies", [bad]);

  expect(refused.map(({ pair }) => pair)).toEqual([bad]);
  expect(onlyBad.refused).toMatchObject([{ pair: bad, problem: { code: "not-found" } }]);
  expect((await associations.read(checkIn, "companies", [good.from])).get(good.from)).toHaveLength(1);
});

test("by label carry the label, and lose it alone", async () => {
  const { associations } = portal.hubspot;
  await associations.defineLabel("companies", "companies", {
    name: "referred",
    label: "Referred",
    inverseLabel: "Referred by",
  });
  const pair = { from: companyIds[0]!, to: companyIds[1]! };
  await associations.create("companies", "companies", [{ ...pair, label: "Referred" }, pair]);

  const labelsOf = async () =>
    (await associations.read("companies", "companies", [pair.from]))
      .get(pair.from)
      ?.flatMap(({ types }) => types.map(({ label }) => label));

  expect(await labelsOf()).toEqual(expect.arrayContaining(["Referred", null]));
  await associations.remove("companies", "companies", [{ ...pair, label: "Referred" }]);
  expect(await labelsOf()).toEqual([null]);
  await associations.remove("companies", "companies", [pair]);
  expect(await labelsOf()).toEqual([]);
});

test("types are asked for once", async () => {
  const { associations } = portal.hubspot;
  associations.forgetTypes();
  await portal.calls();

  await Promise.all([associations.type(checkIn, "companies"), associations.type(checkIn, "companies")]);

  expect(Object.values(await portal.calls())).toEqual([1]);
});

test("a type that the portal does not have is not guessed", async () => {
  await expect(portal.hubspot.associations.type("companies", "contacts", "No such label")).rejects.toMatchObject({
    code: "not-provisioned",
  });
});
