import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Exchange } from "../../src/sandbox/index.ts";
import { openStage, type Stage } from "../http/open-stage.ts";
import { openConformance } from "../openapi/index.ts";
import { eventually } from "./portal.ts";

const conformance = openConformance();
if (!conformance) console.warn("SKIPPED: the journey's traffic; set HUBSPOT_OPENAPI to HubSpot's descriptions");

(conformance ? describe : describe.skip)("all traffic of the story", () => {
  let stage: Stage;
  const exchanges: Exchange[] = [];

  beforeAll(async () => {
    stage = await openStage("all", "2026-11-22T06:00:00Z", (exchange) => exchanges.push(exchange));
  }, 60_000);
  afterAll(() => stage.close());

  test("is as HubSpot describes it", async () => {
    const company = await stage.hubspot("POST", "/crm/objects/2026-09/companies", {
      properties: { name: "Najd Foods" },
      associations: [],
    });
    const companyId = company.id as string;
    const write = (path: string, more: object) =>
      stage.send({
        method: "POST",
        path: `/cards/check-ins/${path}`,
        body: { idempotencyKey: `${path}-of-the-story`, companyId, ...more },
      });
    const started = await write("start-managing", {
      type: "key",
      tier: "a",
      rhythm: { name: "weekly", rule: "sunday", startsOn: "2026-11-29" },
      leadManagerId: null,
    });
    const next = started.body.checkIns.next;
    const moved = await write("reschedule", {
      checkInKey: next.key,
      expected: { state: next.state, due: next.due },
      to: "2026-12-01",
    });
    stage.sandbox.clock.set(new Date("2026-12-01T06:00:00Z"));
    await stage.backend.wake();
    await eventually(
      () => stage.hubspot("GET", "/crm/objects/2026-09/tasks?properties=keyline_task_key"),
      (found: { results: unknown[] }) => found.results.length > 0,
    );
    const open = moved.body.checkIns.next;
    const logged = await write("log", {
      checkInKey: open.key,
      expected: { state: open.state, due: open.due },
      heldOn: "2026-12-01",
      attendeeIds: [],
      topics: ["Reporting in Arabic"],
      outcome: "good",
      progress: null,
      recommendations: [{ what: "Send the guide", who: "Tom", by: "2026-12-08" }],
      promised: [],
      obstacles: null,
      notes: null,
      contactMadeId: null,
    });
    const summary = await stage.send({ method: "GET", path: "/cards/summary", query: { companyId } });
    expect([started.status, moved.status, logged.status, summary.status]).toEqual([200, 200, 200, 200]);
    const violations = exchanges.flatMap((exchange) => conformance!.check(exchange));
    expect([...new Set(violations)]).toEqual([]);
    expect(exchanges.length).toBeGreaterThan(40);
  }, 60_000);
});
