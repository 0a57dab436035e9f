import { settingsFrom } from "@keyline/domain";
import { planPortal } from "../../src/check-ins/index.ts";
import { createPacer, openHubSpot } from "../../src/hubspot/index.ts";
import { quietLog } from "../../src/log.ts";

/** One pass in a process of its own, to be killed: `plan-once.ts <sandbox> <token> <moment>`. Says when it begins. */
const [baseUrl = "", token = "", moment = ""] = process.argv.slice(2);
const pacer = createPacer({ key: "test", limits: { max: 100_000, windowMs: 10_000, searchesPerSecond: 10_000 } });
const hubspot = openHubSpot({ baseUrl, token, pacer, log: quietLog });
console.log("begins");
await planPortal({
  hubspot,
  settings: settingsFrom({ capacityPerDay: 100_000 }),
  now: () => new Date(moment),
  log: quietLog,
});
