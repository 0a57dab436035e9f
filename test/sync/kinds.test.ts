import { fileURLToPath } from "node:url";
import { describe, expect, test } from "@jest/globals";
import { company, declarations } from "@keyline/domain";
import { readManifest } from "../../src/manifest/index.ts";
import { callsOf } from "../../src/sync/calls-of.ts";
import { heardFrom } from "../../src/sync/heard.ts";
import { kinds, standardKind } from "../../src/sync/kinds/index.ts";

const manifest = await readManifest(fileURLToPath(new URL("../..", import.meta.url)));

describe("what Keyline listens to", () => {
  test("is what app.json subscribes to, no more and no less", () => {
    const told = kinds.filter(({ subscribedAs }) => subscribedAs !== null);
    const wanted = told.map(({ subscribedAs, events, properties }) => ({
      objectType: subscribedAs,
      events,
      properties: Object.keys(properties),
    }));
    expect(manifest.webhooks.objects).toEqual(wanted);
    expect(manifest.webhooks.hubEvents).toEqual(["contact.privacyDeletion"]);
  });

  test("includes every custom object of ours", () => {
    const own = declarations.filter(({ kind }) => kind === "object").map(({ name }) => `p_${name}`);
    expect(kinds.filter(({ typeId }) => typeId === null).map(({ subscribedAs }) => subscribedAs)).toEqual(
      expect.arrayContaining(own),
    );
  });

  test("are properties that exist", () => {
    for (const kind of kinds) {
      const declared = declarations.find((one) =>
        typeof kind.object === "string" ? one.name === kind.object : one.name === kind.object.name,
      );
      const ours = Object.keys(kind.properties).filter((name) => kind.typeId === null || /^(am_|keyline_)/.test(name));
      expect(ours.filter((name) => !(name in (declared?.fields ?? {})))).toEqual([]);
    }
  });

  test("none of the companies' properties that passes write themselves, but the anchor", () => {
    const written = Object.keys(company.fields).filter((name) =>
      /next_check|last_check|overdue|slots|_score|health_|attainment|to_date|recalculated/.test(name),
    );
    const heard = Object.keys(kinds[0]?.properties ?? {});
    expect(heard.filter((name) => written.includes(name))).toEqual([]);
  });
});

const event = (more: object) =>
  heardFrom({
    portalId: "1",
    occurredAt: 1_764_000_000_000,
    subscriptionType: "object.propertyChange",
    objectTypeId: "0-27",
    objectId: "7",
    ...more,
  })!;
const passesOf = (more: object) => callsOf(event(more), standardKind).flatMap(({ passes }) => passes);

describe("an event", () => {
  test.each([
    ["a task completed", { propertyName: "hs_task_status", propertyValue: "COMPLETED" }, ["plan"]],
    ["a task that was made", { propertyName: "hs_task_status", propertyValue: "NOT_STARTED" }, []],
    ["a task that got another date", { propertyName: "hs_timestamp", propertyValue: "1" }, []],
    [
      "the planner's anchor",
      { objectTypeId: "0-2", propertyName: "am_rhythm_anchor", changeSource: "INTEGRATION" },
      [],
    ],
    ["a person's anchor", { objectTypeId: "0-2", propertyName: "am_rhythm_anchor", changeSource: "CRM_UI" }, ["plan"]],
    ["an amount", { objectTypeId: "0-3", propertyName: "amount" }, ["numbers"]],
    ["a name of a deal", { objectTypeId: "0-3", propertyName: "dealname" }, []],
  ])("of %s calls for what it should", (_words, more, passes) => {
    expect(passesOf(more)).toEqual(passes);
  });

  test("is the same when it is told twice, and another one of another record under the same event id", () => {
    const told = { eventId: "5", subscriptionId: "9" };
    expect(event({ ...told, attemptNumber: 1 }).identity).toBe(event({ ...told, attemptNumber: 0 }).identity);
    const others = [{ objectId: "8" }, { subscriptionId: "10" }, { occurredAt: 1_764_000_000_001 }, { eventId: "6" }];
    for (const other of others) expect(event({ ...told, ...other }).identity).not.toBe(event(told).identity);
  });

  test("is kept without the values of people's data", () => {
    const kept = event({ objectTypeId: "0-1", propertyName: "email", propertyValue: "sara@example.com" });
    expect(JSON.stringify(kept)).not.toContain("sara");
  });

  test("of an older subscription names its type in words", () => {
    const old = { subscriptionType: "company.merge", objectTypeId: undefined, objectId: undefined };
    expect(event({ ...old, primaryObjectId: "1", mergedObjectIds: ["2"], newObjectId: "3" })).toMatchObject({
      typeId: "0-2",
      what: "merge",
      ids: ["3", "1", "2"],
    });
  });

  test("that names no record is nobody's business", () => {
    expect(
      heardFrom({ portalId: "1", occurredAt: 1, subscriptionType: "object.creation", objectTypeId: "0-2" }),
    ).toBeNull();
  });
});
