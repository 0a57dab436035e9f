import { expect, test } from "@jest/globals";
import { createPacer, openHubSpot, startingLimits } from "../../src/hubspot/index.ts";
import { quietLog } from "../../src/log.ts";
import { openSandbox } from "../../src/sandbox/index.ts";

const runMs = 25_000;
const isWanted = process.env["SLOW"] === "1";
if (!isWanted) process.stderr.write("skipped: 25 s of pacing on the wall clock; run it with SLOW=1\n");

/** The sandbox counts on the machine's clock, as HubSpot does; no stand-in for time can show what timers really do. */
(isWanted ? test : test.skip)(
  "98 % of the permitted calls go through in 25 real seconds, and none is refused",
  async () => {
    const sandbox = await openSandbox({ seed: "none" });
    const { max, windowMs } = startingLimits.privateApp;
    const pacer = createPacer({ key: "portal", limits: startingLimits.privateApp });
    const hubspot = openHubSpot({ baseUrl: sandbox.url, token: sandbox.token, pacer, log: quietLog });
    const endsAt = Date.now() + runMs;
    let granted = 0;
    const work = async () => {
      while (Date.now() < endsAt) {
        await hubspot.request({ method: "GET", path: "/crm/owners/2026-09" });
        granted++;
      }
    };
    await Promise.all(Array.from({ length: 8 }, work));
    const counts = (await (await fetch(`${sandbox.url}/_sandbox/calls`)).json()) as { rateLimited: number };
    await sandbox.close();

    expect(counts.rateLimited).toBe(0);
    const share = granted / ((max * runMs) / windowMs);
    process.stderr.write(`used ${(share * 100).toFixed(1)} % of the permitted rate\n`);
    expect(share).toBeGreaterThanOrEqual(0.98);
  },
  60_000,
);
