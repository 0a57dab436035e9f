import { eventsUsage, readEventsOptions } from "./events/options.ts";
import { runEvents } from "./events/run.ts";
import { readOptions, usage } from "./options.ts";
import { runChaos } from "./run.ts";

interface Run {
  begins: object;
  run(): Promise<{ isKept: boolean; wrong: string[] }>;
}

/** Every scenario by its name: the runs that its options ask for. A new one is a folder here and a line in this list. */
const scenarios: Record<string, { usage: string; runs(words: readonly string[]): Run[] }> = {
  reminders: {
    usage,
    runs: (words) => readOptions(words).map((options) => ({ begins: options, run: () => runChaos(options) })),
  },
  events: {
    usage: eventsUsage,
    runs: (words) => readEventsOptions(words).map((options) => ({ begins: options, run: () => runEvents(options) })),
  },
};

/** `npm run chaos [-- scenario]`: one JSON line a run; exit code 1 when a promise was broken. */
const [first = "", ...others] = process.argv.slice(2);
const isNamed = first in scenarios;
const scenario = scenarios[isNamed ? first : "reminders"]!;
const words = isNamed ? others : process.argv.slice(2);
if (words.includes("--help")) console.log(Object.values(scenarios).map((one) => one.usage).join("\n\n")); // prettier-ignore
for (const { begins, run } of words.includes("--help") ? [] : scenario.runs(words)) {
  console.log(JSON.stringify({ chaos: "begins", ...begins }));
  const { wrong, ...report } = await run();
  for (const sentence of wrong.slice(0, 10)) console.error(sentence);
  console.log(JSON.stringify({ ...report, wrong: wrong.length }));
  if (!report.isKept) process.exitCode = 1;
}
