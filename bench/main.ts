import { benchBundles } from "./bundles.ts";
import { benchIntake } from "./intake.ts";
import { benchPortfolio } from "./portfolio.ts";
import { benchRecalculation } from "./recalculation.ts";
import { benchReminders } from "./reminders.ts";

/** Every benchmark by its name. Each prints one JSON line for each figure. */
const benches: Record<string, (sizes: number[], workers: number[]) => Promise<void>> = {
  async bundles() {
    for (const figure of await benchBundles()) console.log(JSON.stringify(figure));
  },
  async intake(sizes) {
    for (const events of sizes.length > 0 ? sizes : [10_000]) {
      for (const queue of ["redis", "embedded"] as const) console.log(JSON.stringify(await benchIntake(queue, events)));
    }
  },
  async portfolio(sizes) {
    for (const size of sizes.length > 0 ? sizes : [5_000]) console.log(JSON.stringify(await benchPortfolio(size)));
  },
  async reminders(sizes, workers) {
    for (const size of sizes.length > 0 ? sizes : [1_000, 10_000, 100_000]) {
      for (const count of workers) console.log(JSON.stringify(await benchReminders(size, count)));
    }
  },
  async recalculation(sizes) {
    for (const size of sizes.length > 0 ? sizes : [1_000, 10_000, 100_000]) {
      for (const figure of await benchRecalculation(size)) console.log(JSON.stringify(figure));
    }
  },
};

const usage = `npm run bench -- [${Object.keys(benches).join("|")}] [sizes …] [--workers 1,4]`;
const [name, ...rest] = process.argv.slice(2);
const at = rest.indexOf("--workers");
const workers = (at < 0 ? "1" : (rest[at + 1] ?? "1")).split(",").map(Number);
const sizes = (at < 0 ? rest : rest.slice(0, at)).map(Number);
if ([...sizes, ...workers].some((count) => !Number.isInteger(count) || count < 1)) throw new Error(usage);
const chosen = name === undefined ? Object.values(benches) : [benches[name]];
for (const bench of chosen) {
  if (!bench) throw new Error(usage);
  await bench(sizes, workers);
}
