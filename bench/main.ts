import { parseArgs } from "node:util";
import { benchBundles } from "./bundles.ts";
import { benchCards } from "./cards.ts";
import { benchIdleStart } from "./idle-start.ts";
import { benchIntake } from "./intake.ts";
import { benchNumbers } from "./numbers.ts";
import { benchPortfolio } from "./portfolio.ts";
import { benchReminders } from "./reminders.ts";

type Bench = (sizes: number[], workers: number[], speed: number, hasNews: boolean) => Promise<void>;

/** Every benchmark by its name. Each prints one JSON line for each figure, as soon as it is known. */
const benches: Record<string, Bench> = {
  async bundles() {
    for (const figure of await benchBundles()) console.log(JSON.stringify(figure));
  },
  async cards() {
    for (const figure of await benchCards()) console.log(JSON.stringify(figure));
  },
  async "idle-start"() {
    for (const figure of await benchIdleStart()) console.log(JSON.stringify(figure));
  },
  async intake(sizes) {
    for (const events of sizes.length > 0 ? sizes : [10_000]) {
      for (const queue of ["redis", "embedded"] as const) console.log(JSON.stringify(await benchIntake(queue, events)));
    }
  },
  async portfolio(sizes) {
    for (const size of sizes.length > 0 ? sizes : [5_000]) console.log(JSON.stringify(await benchPortfolio(size)));
  },
  async reminders(sizes, workers, speed, hasNews) {
    for (const size of sizes.length > 0 ? sizes : [1_000, 10_000, 100_000]) {
      for (const count of workers) console.log(JSON.stringify(await benchReminders(size, count, speed, hasNews)));
    }
  },
  recalculation: (sizes) => numbers(sizes, ["recalculation"]),
  reconcile: (sizes) => numbers(sizes, ["reconcile"]),
  /** Both over one portal, which takes longer to fill than to go over. */
  numbers: (sizes) => numbers(sizes, ["recalculation", "reconcile"]),
};

async function numbers(sizes: number[], wanted: Parameters<typeof benchNumbers>[1]): Promise<void> {
  for (const size of sizes.length > 0 ? sizes : [1_000, 10_000, 100_000]) {
    await benchNumbers(size, wanted, (figure) => console.log(JSON.stringify(figure)));
  }
}

const usage = `npm run bench -- [${Object.keys(benches).join("|")}] [sizes …] [--workers 1,4] [--speed N] [--news]
  --speed   HubSpot's limits times this; 1 is 110 calls in ten seconds and five searches a second
  --news    reminders: every account has a won deal and an open ticket, which its task tells of`;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    workers: { type: "string", default: "1,4" },
    speed: { type: "string", default: "1" },
    news: { type: "boolean", default: false },
  },
});
const [name, ...rest] = positionals;
const workers = values.workers.split(",").map(Number);
const sizes = rest.map(Number);
const speed = Number(values.speed);
if ([...sizes, ...workers, speed].some((count) => !Number.isInteger(count) || count < 1)) throw new Error(usage);
const everything = ["bundles", "idle-start", "intake", "portfolio", "numbers", "reminders"];
for (const chosen of name === undefined ? everything : [name]) {
  const bench = benches[chosen];
  if (!bench) throw new Error(usage);
  await bench(sizes, workers, speed, values.news);
}
