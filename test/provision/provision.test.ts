import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import {
  accountNeed,
  associationLabels,
  checkIn,
  choice,
  company,
  declarations,
  defineChoices,
  defineExtension,
} from "@keyline/domain";
import { declaredLists, provision } from "../../src/provision/index.ts";
import { quietLog } from "../../src/log.ts";
import { openPortal, type TestPortal } from "../hubspot/open-portal.ts";

let portal: TestPortal;
beforeEach(async () => {
  portal = await openPortal();
});
afterEach(() => portal.close());

const writes = (calls: Record<string, number>) =>
  Object.keys(calls).filter((operation) => !operation.startsWith("GET") && !operation.endsWith("/batch/read"));
const run = (options: Parameters<typeof provision>[1] = {}) =>
  provision({ hubspot: portal.hubspot, log: quietLog }, options);

describe("an empty portal", () => {
  test("gets every declared object and property", async () => {
    const report = await run();

    expect(report.warnings).toEqual([]);
    for (const declared of declarations) {
      const path = declared.kind === "object" ? `p_${declared.name}` : declared.name;
      const standing = new Set((await portal.hubspot.definitions.properties(path)).map(({ name }) => name));
      const missing = Object.keys(declared.fields).filter((name) => !standing.has(name));
      expect({ object: declared.name, missing }).toEqual({ object: declared.name, missing: [] });
    }
    expect(report.canUseTaskKey).toBe(true);
  });

  test("is written once: a second run makes no write", async () => {
    await run();
    await portal.calls();

    const second = await run();

    expect(writes(await portal.calls())).toEqual([]);
    expect(second).toMatchObject({ created: [], extended: [], warnings: [] });
    expect(second.unchanged).toBeGreaterThan(50);
  });

  test("lets check-ins be associated with companies, contacts and tasks", async () => {
    await run();

    for (const other of ["companies", "contacts", "tasks"]) {
      expect((await portal.hubspot.associations.type(checkIn, other)).typeId).toBeGreaterThan(0);
    }
  });

  test("is only looked at in a dry run, which tells the same", async () => {
    const dry = await run({ dryRun: true });
    expect(writes(await portal.calls())).toEqual([]);

    const { created } = await run();

    expect(dry.created).toEqual(expect.arrayContaining([`object ${checkIn.name}`, "property companies.am_tier"]));
    expect(created.filter((entry) => entry.startsWith("object"))).toEqual(
      dry.created.filter((entry) => entry.startsWith("object")),
    );
  });

  test("takes one write for each thing that HubSpot cannot make together with others", async () => {
    await run();

    const calls = await portal.calls();
    const count = writes(calls).reduce((sum, operation) => sum + (calls[operation] ?? 0), 0);
    const objects = declarations.filter((declared) => declared.kind === "object");
    const names = new Set(objects.map(({ name }) => name));
    const ownPairs = objects.flatMap(({ associatedWith }) => associatedWith.filter((other) => names.has(other))).length;
    const groupsAndProperties = 2 * (declarations.length - objects.length);
    const listsAndTheirMemory = declaredLists.length + 1;
    expect(count).toBeLessThanOrEqual(
      objects.length + ownPairs + groupsAndProperties + associationLabels.length + listsAndTheirMemory,
    );
  });
});

describe("a portal where people work", () => {
  test("keeps their labels, descriptions and options", async () => {
    await run();
    const own = { label: "Segment", value: "segment_x", displayOrder: 9, hidden: false };
    const tier = (await portal.hubspot.definitions.properties("companies")).find(({ name }) => name === "am_tier")!;
    await portal.hubspot.definitions.updateProperty("companies", "am_tier", {
      label: "Importance",
      description: "Ask sales",
      options: [...(tier.options ?? []).map((option) => ({ ...option, label: `${option.label}!` })), own],
    });
    await portal.calls();

    const report = await run({ language: "ar", declarations: [onlyOf("am_tier")], labels: [] });

    expect(report.extended).toEqual([]);
    expect(writes(await portal.calls())).toEqual([]);
  });

  test("gets new options beside its own", async () => {
    const before = defineChoices({ a: { en: "A", ar: "أ" } });
    const after = defineChoices({ a: { en: "A", ar: "أ" }, b: { en: "B", ar: "ب" } });
    const withTier = (tiers: typeof before | typeof after) =>
      defineExtension({
        ...company,
        fields: { am_tier: choice(tiers as typeof before, { label: { en: "Tier", ar: "الفئة" } }) },
      });
    await run({ declarations: [withTier(before)] });

    const report = await run({ declarations: [withTier(after)] });

    expect(report.extended).toEqual(["property companies.am_tier (+ b)"]);
    const tier = (await portal.hubspot.definitions.properties("companies")).find(({ name }) => name === "am_tier")!;
    expect(tier.options?.map(({ value }) => value)).toEqual(["a", "b"]);
  });

  test("reads in Arabic after the setting changes", async () => {
    await run();

    const report = await run({ language: "ar" });

    const properties = await portal.hubspot.definitions.properties("companies");
    expect(properties.find(({ name }) => name === "am_tier")?.label).toBe("الفئة");
    expect((await portal.hubspot.definitions.schemas()).find(({ name }) => name === "check_in")?.labels.singular).toBe(
      "متابعة",
    );
    expect(report.created).toEqual([]);
  });

  test("is told of a name that stands with another type, and the rest is made", async () => {
    await portal.hubspot.definitions.createProperties("companies", [
      {
        name: "am_tier",
        label: "Tier",
        description: "",
        groupName: "companyinformation",
        type: "string",
        fieldType: "text",
      },
    ]);

    const report = await run();

    expect(report.warnings).toEqual([
      { where: "companies.am_tier", message: expect.stringContaining("has the type string") },
    ]);
    expect(report.created).toContain("property companies.am_rhythm");
  });

  test("gets an archived property back", async () => {
    await run();
    await portal.hubspot.request({ method: "DELETE", path: "/crm/properties/2026-09/companies/am_tier" });

    const report = await run();

    expect(report.created).toEqual(["property companies.am_tier (restored)"]);
  });

  test("is told when tasks take no more unique properties", async () => {
    const taken = Array.from({ length: 10 }, (_, index) => ({
      name: `own_key_${index}`,
      label: `Key ${index}`,
      description: "",
      groupName: "taskinformation",
      type: "string",
      fieldType: "text",
      hasUniqueValue: true,
    }));
    const [group] = await portal.hubspot.definitions.groups("tasks");
    await portal.hubspot.definitions.createProperties(
      "tasks",
      taken.map((one) => ({ ...one, groupName: group!.name })),
    );

    const report = await run();

    expect(report.canUseTaskKey).toBe(false);
    expect(report.warnings).toEqual([
      { where: "property tasks.keyline_task_key", message: expect.stringContaining("limit of 10 unique") },
    ]);
  });
});

test("a portal below Enterprise is told so in both languages, and nothing is written", async () => {
  await portal.close();
  portal = await openPortal({ tier: "professional" });

  const problem = await run().catch((thrown: unknown) => thrown);

  expect(problem).toMatchObject({ code: "tier-too-low", words: { en: expect.stringContaining("Enterprise") } });
  const properties = await portal.hubspot.definitions.properties("companies");
  expect(properties.filter(({ name }) => name.startsWith("am_"))).toEqual([]);
});

test("half answers, errors and 429s on the way end in the same portal", async () => {
  await portal.control("PUT", "faults", { seed: 7, rate429: 0.01, rate500: 0.1, resets: 0.1, lostReplies: 0.15 });

  await run();
  await run();

  await portal.control("PUT", "faults", {});
  await portal.calls();
  const report = await run();
  expect(writes(await portal.calls())).toEqual([]);
  expect(report.warnings).toEqual([]);
});

describe("labels of associations", () => {
  test("stand in both directions", async () => {
    await run();

    const { associations } = portal.hubspot;
    const inverse = associationLabels.filter((label) => label.inverse);
    expect(inverse.length).toBeGreaterThan(0);
    for (const { from, to, label, inverse: back } of associationLabels) {
      const [one, other] = [from, to].map((name) => declarations.find((declared) => declared.name === name) ?? name);
      expect((await associations.type(one!, other!, label)).category).toBe("USER_DEFINED");
      if (back) expect((await associations.type(other!, one!, back)).category).toBe("USER_DEFINED");
    }
  });

  test("follow the language, and are found in either", async () => {
    const voiced = associationLabels.find(({ name }) => name === "keyline_voiced_by")!;
    await run();
    const before = await portal.hubspot.associations.type(accountNeed, "contacts", voiced.label);

    await run({ language: "ar" });

    const after = await portal.hubspot.associations.type(accountNeed, "contacts", voiced.label);
    expect(after).toEqual({ ...before, label: voiced.label.ar });
    const back = await portal.hubspot.associations.type("contacts", accountNeed, voiced.inverse);
    expect(back.label).toBe(voiced.inverse?.ar);
  });
});

function onlyOf(name: "am_tier") {
  return defineExtension({ ...company, fields: { [name]: company.fields[name] } });
}
