import type { Environment } from "../environment.ts";
import type { Now } from "../clock.ts";
import type { Log } from "../log.ts";

/** What every command gets. */
export interface CommandContext {
  environment: Environment;
  now: Now;
  log: Log;
  isDryRun: boolean;
  options: Record<string, string | undefined>;
}

/** What a command found or did: `json` with `--json`, else the lines. Exit code 1 unless `isFine`. */
export interface CommandResult {
  json: unknown;
  lines: readonly string[];
  isFine?: boolean;
}

/** One command of `npx keyline`: a file here and a line in the list. */
export interface Command {
  name: string;
  summary: string;
  /** Options besides `--json`, `--dry-run` and `--now`, each with what it takes. */
  options?: Record<string, string>;
  /** Options that take nothing; one that is given is in `options` with some text. */
  flags?: readonly string[];
  run(context: CommandContext): Promise<CommandResult | undefined>;
}
