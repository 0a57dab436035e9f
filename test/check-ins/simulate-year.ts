import { addDays, type PlainDate } from "@keyline/domain";
import type { PortalFacts } from "../../src/check-ins/facts.ts";
import { accountOf, portalOf } from "./portal-of-test.ts";
import { openWorld } from "./world.ts";

/** Prints how long a year of two hundred accounts took on the processor, and how many check-ins each of them held. */
const start: PlainDate = "2026-11-24";
const rhythms = [
  { name: "weekly", perYear: 52 },
  { name: "every_2_weeks", perYear: 26 },
  { name: "monthly", perYear: 12 },
  { name: "every_2_months", perYear: 6 },
] as const;

const { calendar } = portalOf(start);
const portals = new Map<PlainDate, PortalFacts>();
/** The same for all accounts of a day, as in a pass. */
const portalOn = (today: PlainDate) => {
  const portal = portals.get(today) ?? portalOf(today, { calendar });
  portals.set(today, portal);
  return portal;
};

let doubled = 0;
const before = process.cpuUsage().user;
const held = Array.from({ length: 200 }, (_, index) => {
  const { name, perYear } = rhythms[index % rhythms.length] ?? rhythms[0];
  const isNeglected = index % 10 === 0;
  const anchor = addDays(start, index % 28);
  const account = accountOf({ am_rhythm: name, am_rhythm_rule: null, am_rhythm_anchor: anchor });
  const world = openWorld([account], start, portalOn);
  for (let day = 0; day < 365; day++) {
    world.today = addDays(world.today, 1);
    world.pass();
    const [task] = world.openTasks().filter(({ key }) => key.endsWith("reminder"));
    // The owner does it some days after it came.
    if (task && !isNeglected && (day + index) % 7 === 0) [task.isOpen, task.closedOn] = [false, world.today];
  }
  const count = [...world.checkIns.values()].filter(({ values }) => values.state === "held").length;
  const keys = [...world.tasks.values()].map(({ key }) => key);
  doubled += keys.length - new Set(keys).size;
  return { perYear, isNeglected, count };
});
console.log(JSON.stringify({ ms: Math.round((process.cpuUsage().user - before) / 1_000), doubled, held }));
