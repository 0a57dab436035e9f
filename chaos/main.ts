import { readOptions, usage } from "./options.ts";
import { runChaos } from "./run.ts";

/** `npm run chaos`: one JSON line a run; exit code 1 when the promise was broken. */
const words = process.argv.slice(2);
for (const options of words.includes("--help") ? [] : readOptions(words)) {
  console.log(JSON.stringify({ chaos: "begins", ...options }));
  const { wrong, ...report } = await runChaos(options);
  for (const sentence of wrong.slice(0, 10)) console.error(sentence);
  console.log(JSON.stringify({ ...report, wrong: wrong.length }));
  if (!report.isKept) process.exitCode = 1;
}
if (words.includes("--help")) console.log(usage);
