import { parseArgs } from "node:util";
import { Problem } from "@keyline/domain";
import { clockFrom } from "./clock.ts";
import { commands, type Command } from "./commands/index.ts";
import { readEnvironment } from "./environment.ts";
import { openLog } from "./log.ts";

/** `npx keyline <command>`: answers on standard output, the log on standard error, exit code 1 when it failed. */
async function main(words: readonly string[]): Promise<number> {
  const [name, ...rest] = words;
  const command = commands.find((one) => one.name === name);
  if (!command) {
    process.stdout.write(usage());
    return name === undefined || name === "help" || name === "--help" ? 0 : 1;
  }
  const { json, "dry-run": isDryRun, now, ...options } = readOptions(command, rest);
  const environment = readEnvironment(process.env);
  const result = await command.run({
    environment,
    log: openLog(environment.LOG_LEVEL),
    now: clockFrom(startOf(now)),
    isDryRun: isDryRun === true,
    options: joined(options),
  });
  if (!result) return 0;
  process.stdout.write(json ? `${JSON.stringify(result.json)}\n` : `${result.lines.join("\n")}\n`);
  return result.isFine === false ? 1 : 0;
}

function readOptions(command: Command, words: string[]) {
  const own = Object.fromEntries(
    Object.keys(command.options ?? {}).map((key) => [key, { type: "string" as const, multiple: true as const }]),
  );
  const flags = Object.fromEntries((command.flags ?? []).map((key) => [key, { type: "boolean" as const }]));
  try {
    return parseArgs({
      args: words,
      options: { json: { type: "boolean" }, "dry-run": { type: "boolean" }, now: { type: "string" }, ...own, ...flags },
    }).values as Record<string, string | string[] | boolean | undefined>;
  } catch (cause) {
    throw new Problem("invalid-input", `${(cause as Error).message}\n\n${usage()}`, { cause });
  }
}

/** An option given several times is the same as its values in one list. */
function joined(options: Record<string, unknown>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(options).map(([key, value]) => [key, [value].flat().join(",")]));
}

function startOf(now: string | string[] | boolean | undefined): Date {
  if (typeof now !== "string") return new Date();
  const start = new Date(now);
  if (!Number.isNaN(start.getTime())) return start;
  throw new Problem("invalid-input", `--now takes a moment such as 2026-11-24T06:00:00Z, not "${now}".`);
}

function usage(): string {
  const lines = commands.map(({ name, summary, options = {}, flags = [] }) => {
    const own = [
      ...Object.entries(options).map(([key, takes]) => `[--${key} ${takes}] `),
      ...flags.map((key) => `[--${key}] `),
    ];
    return `  ${name} ${own.join("")}\n      ${summary}`;
  });
  return `keyline <command> [--json] [--dry-run] [--now ISO]\n\n${lines.join("\n")}\n`;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const problem = error instanceof Problem ? error : undefined;
    process.stderr.write(`${problem ? problem.message : String((error as Error)?.stack ?? error)}\n`);
    process.exitCode = 1;
  },
);
