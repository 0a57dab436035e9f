import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { company, contact, decisionRoles, type ContactProperties, type DecisionRole } from "@keyline/domain";
import { alignRoles } from "../../src/plans/index.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
beforeEach(async () => void (stage = await openStage()));
afterEach(() => stage.close());

const align = (...ids: string[]) => alignRoles(stage, ids.length > 0 ? ids : [stage.companyId]);

async function person(properties: Partial<ContactProperties> = {}, companyIds = [stage.companyId]) {
  const { hubspot } = stage;
  const filled = Object.keys(properties).length > 0 ? properties : {};
  const made = await hubspot.records(contact).create([{ properties: filled, extra: { firstname: "Salma" } }]);
  const id = made.written[0]?.id ?? "";
  for (const to of companyIds) await hubspot.associations.create(contact, company, [{ from: id, to }]);
  return id;
}

const pair = (id: string, role: DecisionRole, companyId = stage.companyId) => [
  { from: id, to: companyId, label: decisionRoles.labels[role] },
];
const label = (...asked: Parameters<typeof pair>) =>
  stage.hubspot.associations.create(contact, company, pair(...asked));
const unlabel = (...asked: Parameters<typeof pair>) =>
  stage.hubspot.associations.remove(contact, company, pair(...asked));
const change = (id: string, properties: Partial<ContactProperties>) =>
  stage.hubspot.records(contact).update([{ id, properties }]);

async function standing(id: string, companyId = stage.companyId) {
  const record = await stage.hubspot.records(contact).readOne(id);
  const ties = await stage.hubspot.associations.read(contact, company, [id]);
  const types = ties.get(id)?.find((one) => one.id === companyId)?.types ?? [];
  return {
    property: record?.properties.am_decision_role ?? [],
    labels: types.flatMap((type) => type.label ?? []).filter((words) => words !== "Primary"),
  };
}

const both = (...words: [DecisionRole, string][]) => ({
  property: words.map(([role]) => role),
  labels: words.map(([, text]) => text),
});
const champion = ["champion", "Champion"] as [DecisionRole, string];
const buyer = ["economic_buyer", "Economic buyer"] as [DecisionRole, string];

describe("property and labels say the same", () => {
  test("a label that somebody set in HubSpot comes into the property", async () => {
    const id = await person();
    await label(id, "champion");
    expect(await align()).toEqual({ written: 2, refused: [] });
    expect(await standing(id)).toEqual(both(champion));
  });

  test("a role that somebody wrote into the property becomes a label", async () => {
    const id = await person({ am_decision_role: ["champion"] });
    await align();
    expect(await standing(id)).toEqual(both(champion));
  });

  test("done again it writes nothing", async () => {
    await label(await person(), "champion");
    await align();
    expect(await align()).toEqual({ written: 0, refused: [] });
  });

  test("a label that somebody took away leaves the property too", async () => {
    const id = await person({ am_decision_role: ["champion", "economic_buyer"] });
    await align();
    await unlabel(id, "champion");
    await align();
    expect(await standing(id)).toEqual(both(buyer));
  });

  test("a role that somebody took out of the property loses its label", async () => {
    const id = await person({ am_decision_role: ["champion", "economic_buyer"] });
    await align();
    await change(id, { am_decision_role: ["economic_buyer"] });
    await align();
    expect(await standing(id)).toEqual(both(buyer));
  });

  test("what two people changed on the two sides is kept from both", async () => {
    const id = await person({ am_decision_role: ["champion"] });
    await align();
    await label(id, "signatory");
    await change(id, { am_decision_role: ["champion", "economic_buyer"] });
    await align();
    expect((await standing(id)).property).toEqual(["economic_buyer", "champion", "signatory"]);
    expect((await standing(id)).labels.toSorted()).toEqual(["Champion", "Economic buyer", "Signs the contract"]);
  });

  test("at each company for itself: the property is the sum", async () => {
    const [sister = ""] = await stage.companies(1, {});
    const id = await person({}, [stage.companyId, sister]);
    await label(id, "champion");
    await label(id, "economic_buyer", sister);
    await align();
    expect(await standing(id)).toEqual({ property: ["economic_buyer", "champion"], labels: ["Champion"] });
    expect((await standing(id, sister)).labels).toEqual(["Economic buyer"]);
    expect(await align(sister)).toEqual({ written: 0, refused: [] });
  });

  test("a role without a company is meant for the primary one", async () => {
    const [sister = ""] = await stage.companies(1, {});
    const id = await person({ am_decision_role: ["champion"] }, [stage.companyId, sister]);
    await align(stage.companyId, sister);
    expect((await standing(id)).labels).toEqual(["Champion"]);
    expect((await standing(id, sister)).labels).toEqual([]);
  });

  test("cut off after the property, the next pass finishes", async () => {
    const id = await person({ am_decision_role: ["champion"] });
    await align();
    // Somebody gives another part on the card; the property is written, and the process dies.
    await change(id, { am_decision_role: ["economic_buyer"] });
    await align();
    expect(await standing(id)).toEqual(both(buyer));
  });

  test("what HubSpot refuses is told, and the others have it", async () => {
    const refused = await person({ am_decision_role: ["blocker"] });
    await label(refused, "champion");
    const fine = await person();
    await label(fine, "champion");
    const when = { property: "am_decision_role", value: "champion;blocker" };
    await stage.control("PUT", "portal", { writeRules: [{ objectType: "contacts", when, requires: "phone" }] });
    const { refused: told } = await align();
    expect(told.map(({ key }) => key)).toContain(refused);
    expect(await standing(fine)).toEqual(both(champion));
  });
});

test("a hundred companies are a handful of calls", async () => {
  const ids = await stage.companies(30, {});
  for (const id of ids.slice(0, 10)) await label(await person({}, [id]), "champion", id);
  await align(...ids);
  await stage.calls();
  await align(...ids);
  const calls = Object.values(await stage.calls()).reduce((sum, count) => sum + count, 0);
  expect(calls).toBeLessThanOrEqual(4);
});
