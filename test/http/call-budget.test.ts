import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { cardRoutes, company, type CardRouteName } from "@keyline/domain";
import { largeAccount, largeCounts, largeFamily, largeFamilyCounts } from "./large-account.ts";
import { openStage, type Stage } from "./open-stage.ts";
import { openWaves, type Waves } from "./waves.ts";

let stage: Stage;
let waves: Waves;
let companyId: string;
let headId: string;
beforeAll(async () => {
  stage = await openStage("web", "2026-11-24T06:00:00Z", undefined, async (sandboxUrl) => {
    waves = await openWaves(sandboxUrl);
    return waves;
  });
  const { hubspot } = await stage.backend.portals.open(stage.portalId);
  companyId = await largeAccount(hubspot, "Najd Foods");
  headId = await largeFamily(hubspot);
}, 240_000);
afterAll(() => stage.close());

/** What a read asks beside the company, where it asks more. */
const asked: Partial<Record<CardRouteName, (id: string) => Record<string, string>>> = {
  need: (id) => ({ needKey: `${id}:need-1` }),
  kpiDetail: () => ({ metric: "new_sales", period: "2026-Q4" }),
  printLinks: (id) => ({ planKey: `${id}:2026` }),
};

/** Signed links are made of what the request says. */
const withoutHubSpot: readonly CardRouteName[] = ["calendarLink", "printLinks"];
/** Asked for in a panel, when a review begins: it reads the history of all that it compares, a round more. */
const later: readonly CardRouteName[] = ["planReview"];

/** Reads of a record's cards. Pages of a portal (portfolio, settings) have no company, and budgets of their own. */
const reads = (Object.keys(cardRoutes) as CardRouteName[]).filter((name) => {
  const { method, request } = cardRoutes[name];
  return method === "GET" && !later.includes(name) && "companyId" in (request as unknown as { shape: object }).shape;
});

describe("an account with 500 needs, 200 objectives and 60 contacts", () => {
  test.each(reads)(
    "%s: one signed call, at most two calls to HubSpot in a row",
    async (name) => {
      const query = { companyId, ...asked[name]?.(companyId) };
      const read = () => stage.send({ method: "GET", path: cardRoutes[name].path, query });
      // What the whole portal shares (settings, owners, pipelines) is remembered for a minute and more.
      const first = await read();
      expect([first.status, first.body.error]).toEqual([200, undefined]);

      const made = await fewestWaves(read);

      expect(made.slice(2)).toEqual([]);
      expect(made.length > 0).toBe(!withoutHubSpot.includes(name));
    },
    60_000,
  );

  test("needs: every one of them is in the answer, by no search, and well under HubSpot's megabyte", async () => {
    let answer: Awaited<ReturnType<Stage["send"]>> | undefined;
    const made = await waves.during(async () => {
      answer = await stage.send({ method: "GET", path: "/cards/needs", query: { companyId } });
    });
    expect(answer?.body.needs).toHaveLength(largeCounts.needs);
    expect(answer?.body.unreadable).toEqual([]);
    expect(made.flat().filter((call) => call.endsWith("/search"))).toEqual([]);
    expect(JSON.stringify(answer?.body).length).toBeLessThan(400_000);
    expect(made.flat().length).toBeLessThanOrEqual(18);
  }, 60_000);
});

describe("an account that manages a family of 20 subsidiaries", () => {
  test.each(reads)(
    "%s: one signed call, at most two calls to HubSpot in a row",
    async (name) => {
      const query = { companyId: headId, ...asked[name]?.(headId) };
      const read = () => stage.send({ method: "GET", path: cardRoutes[name].path, query });
      // Who belongs to the family stands on the head; the members of last time are remembered.
      const first = await read();
      expect([first.status, first.body.error]).toEqual([200, undefined]);
      expect((await fewestWaves(read)).slice(2)).toEqual([]);
    },
    60_000,
  );

  test("a subsidiary's need, opened from the head's card, costs no more", async () => {
    const { body } = await stage.send({ method: "GET", path: "/cards/needs", query: { companyId: headId } });
    const { key, companyId: home } = body.needs.find((need: { companyId: string | null }) => need.companyId !== null);
    const query = { companyId: headId, needKey: key };
    let answer: Awaited<ReturnType<Stage["send"]>> | undefined;
    const made = await fewestWaves(async () => {
      answer = await stage.send({ method: "GET", path: "/cards/needs/one", query });
    });
    expect(answer?.body.need).toMatchObject({ key, companyId: home });
    expect(made.slice(2)).toEqual([]);
  }, 60_000);

  test("needs: those of all members in one answer, their ties read together", async () => {
    let answer: Awaited<ReturnType<Stage["send"]>> | undefined;
    const made = await waves.during(async () => {
      answer = await stage.send({ method: "GET", path: "/cards/needs", query: { companyId: headId } });
    });
    expect(answer?.body.family).toHaveLength(largeFamilyCounts.members);
    expect(answer?.body.needs).toHaveLength((largeFamilyCounts.members + 1) * largeFamilyCounts.needs);
    expect(JSON.stringify(answer?.body).length).toBeLessThan(400_000);
    expect(made.flat().filter((call) => call.includes("/associations/")).length).toBeLessThanOrEqual(5);
    expect(made.flat().length).toBeLessThanOrEqual(18);
  }, 60_000);
});

test("the count is of calls in a row: one after another is two waves, side by side is one", async () => {
  const hubspot = (await stage.backend.portals.open(stage.portalId)).hubspot.as("interactive");
  const read = () => hubspot.records(company).readOne(companyId, { properties: [] });
  const inTurn = await waves.during(async () => {
    await read();
    await read();
  });
  const together = await waves.during(() => Promise.all([read(), read()]));
  expect([inTurn.length, together.length]).toEqual([2, 1]);
});

/** A busy machine may split a wave, and never joins two: what waits for an answer waits in every try. */
async function fewestWaves(run: () => Promise<unknown>): Promise<string[][]> {
  let fewest = await waves.during(run);
  for (let tries = 1; tries < 3 && fewest.length > 2; tries++) {
    const made = await waves.during(run);
    if (made.length < fewest.length) fewest = made;
  }
  return fewest;
}
