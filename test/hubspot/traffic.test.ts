import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { checkIn, company, task } from "@keyline/domain";
import { quietLog } from "../../src/log.ts";
import { provision } from "../../src/provision/index.ts";
import type { Exchange } from "../../src/sandbox/index.ts";
import { openConformance } from "../openapi/index.ts";
import { openPortal, type TestPortal } from "./open-portal.ts";

const conformance = openConformance();
if (!conformance)
  process.stderr.write("skipped: our traffic by HubSpot's descriptions; set HUBSPOT_OPENAPI to check it\n");

(conformance ? describe : describe.skip)("what we send, by HubSpot's own descriptions", () => {
  let portal: TestPortal;
  const seen: Exchange[] = [];
  beforeAll(async () => {
    portal = await openPortal();
    portal.sandbox.onExchange((exchange) => seen.push(exchange));
  });
  afterAll(() => portal.close());

  const violations = () => {
    expect(seen.length).toBeGreaterThan(0);
    return [...new Set(seen.splice(0).flatMap((exchange) => conformance!.check(exchange)))];
  };

  test("when a portal is provisioned, in one language and the other", async () => {
    await provision({ hubspot: portal.hubspot, log: quietLog });
    await provision({ hubspot: portal.hubspot, log: quietLog }, { language: "ar" });

    expect(violations()).toEqual([]);
  });

  test("when records are written, read, searched and archived", async () => {
    const { hubspot } = portal;
    const companies = hubspot.records(company);
    const { written } = await companies.create([{ properties: { am_tier: "a" }, extra: { name: "Najd" } }]);
    const id = written[0]!.id;
    await companies.update([{ id, properties: { am_tier: "b", am_next_check_in: null } }]);
    await companies.read([id, "999999999"], { extra: ["name"] });
    const filters = [{ property: "am_tier", operator: "IN", values: ["b"] }] as const;
    for await (const page of companies.search({ where: [filters] })) expect(page.length).toBeGreaterThan(0);
    for await (const page of companies.search({ sort: { by: "name" }, limit: 5 }))
      expect(page.length).toBeGreaterThan(0);
    await companies.count();
    for await (const page of companies.list()) expect(page.length).toBeGreaterThan(0);
    const due = { hs_timestamp: "2026-12-06T06:00:00Z", hs_task_subject: "Call" };
    await hubspot.records(task).upsert([{ key: "1", properties: {}, extra: due }], { by: "keyline_task_key" });
    const checkIns = hubspot.records(checkIn);
    await checkIns.upsert([{ key: "1:x", properties: {}, extra: { state: "dreamt" } }]);
    await companies.archive([id]);

    expect(violations()).toEqual([]);
  });

  test("when records are associated", async () => {
    const { associations, ...hubspot } = portal.hubspot;
    const named = ["A", "B"].map((name) => ({ properties: {}, extra: { name } }));
    const { written } = await hubspot.records("companies").create(named);
    const pair = { from: written[0]!.id, to: written[1]!.id };
    await associations.defineLabel("companies", "companies", { name: "own", label: "Own", inverseLabel: "Owned" });
    await associations.create("companies", "companies", [pair, { ...pair, label: "Own" }]);
    await associations.read("companies", "companies", [pair.from]);
    await associations.remove("companies", "companies", [{ ...pair, label: "Own" }, pair]);

    expect(violations()).toEqual([]);
  });

  test("when the account, its people and pipelines are read", async () => {
    const { hubspot } = portal;
    await Promise.all([hubspot.account(), hubspot.owners(), hubspot.users(), hubspot.pipelines("deals")]);
    await hubspot.definitions.listByName("0-2", "No such list");

    expect(violations()).toEqual([]);
  });
});
