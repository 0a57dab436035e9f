import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { Problem } from "@keyline/domain";
import { openBackend } from "./backend.ts";
import { calculatePast } from "./calculate-past.ts";
import { callOver } from "./call-over.ts";
import { readEnvironment, type Environment } from "./environment.ts";
import { openLog } from "./log.ts";
import { openPortals } from "./portals/index.ts";
import { callEvent, createEventFeed, openPreview, type EventFeed } from "./preview/index.ts";
import { provision } from "./provision/index.ts";
import { openSandbox, type Sandbox } from "./sandbox/index.ts";
import { importFiles, loadDemoAccounts } from "./seed/index.ts";
import { stopSignal } from "./stop-signal.ts";

/** The Sunday morning in Riyadh on which the demo portal opens. */
const demoStart = new Date("2026-11-22T06:00:00Z");
/** An account with a plan, needs and a history, for whoever opens the page first. */
const demoCompany = "Najd Foods";
const appId = 4242;
const root = resolve(import.meta.dirname, "..");

/** `npm start`: sandbox, backend, worker and preview in one process, kept in `./data` from start to start. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      port: { type: "string" },
      data: { type: "string", default: "./data" },
      import: { type: "string", multiple: true, default: [] },
    },
  });
  const dataFolder = values.data;
  const files = [...values.import, ...positionals];
  const log = openLog(process.env["LOG_LEVEL"] ?? "warn");
  mkdirSync(dataFolder, { recursive: true });

  const feed = createEventFeed();
  const sandbox = await openDemoSandbox(dataFolder, files);
  tellFeed(sandbox, feed);

  const environment = readEnvironment({
    ...process.env,
    PORT: "0",
    HUBSPOT_API_BASE: sandbox.url,
    HUBSPOT_ACCESS_TOKEN: sandbox.token,
    HUBSPOT_CLIENT_SECRET: sandbox.clientSecret,
    KEYLINE_DATA: dataFolder,
    PUBLIC_URL: "",
  });
  await fillPortal(sandbox, environment, dataFolder, files);
  const backend = await openBackend({ environment, role: "all", now: () => sandbox.clock.now(), log });
  await callOver(sandbox.url, sandbox.token)("PUT", "/_sandbox/webhooks", { targetUrl: `${backend.url}/webhooks` });
  // Nobody heard what the files changed.
  if (files.length > 0) await backend.wake();
  backend.queue.onEvent(({ job, state, ms, error }) => {
    if (state === "done" || state === "failed")
      feed.push({
        kind: "job",
        title: job,
        outcome: state,
        writes: true,
        ...(ms && { ms }),
        ...(error && { detail: error }),
      });
  });
  const preview = await openPreview({
    port: Number(values.port ?? process.env["PORT"] ?? 3000),
    hubspot: { url: sandbox.url, token: sandbox.token, clientSecret: sandbox.clientSecret, appId },
    backendUrl: backend.url ?? "",
    sandboxControl: sandbox.url,
    projectFolder: join(root, "extensions"),
    cacheFolder: join(root, "node_modules/.cache/keyline"),
    feed,
    ...(files.length === 0 && { openOn: demoCompany }),
    onClockMoved: () => void backend.wake(),
    log,
  });
  process.stdout.write(
    `\n  Keyline is ready: ${preview.url}\n\n` +
      `  Behind it: HubSpot's stand-in ${sandbox.url}, backend ${backend.url}\n` +
      `  Ctrl-C stops it; ${dataFolder} keeps everything for the next start.\n\n`,
  );

  const stopping = new AbortController();
  const givePast = async () => {
    const isDone = await calculatePast(backend.portals, () => sandbox.clock.now(), stopping.signal);
    if (isDone) writeFileSync(pastMark(dataFolder), "The periods of the two years before are calculated.\n");
  };
  if (!existsSync(pastMark(dataFolder))) {
    void givePast().catch((error: unknown) => {
      if (stopping.signal.aborted) return;
      log.warn({ err: error }, "Earlier periods are not calculated; the next start tries again");
    });
  }
  await stopSignal();
  stopping.abort();
  await preview.close();
  await backend.close();
  await sandbox.close();
  // What still waits to repeat a call is done again at the next start: nobody should wait for it.
  process.exit();
}

/** The portal's records, in a journal on disk; seeded once. A seeding that was cut short starts again. */
async function openDemoSandbox(dataFolder: string, files: readonly string[]): Promise<Sandbox> {
  const journal = join(dataFolder, "sandbox.jsonl");
  if (!existsSync(filledMark(dataFolder))) {
    rmSync(journal, { force: true });
    rmSync(join(dataFolder, "queue"), { recursive: true, force: true });
    rmSync(pastMark(dataFolder), { force: true });
  }
  const isNew = !existsSync(journal);
  if (isNew) process.stdout.write("  Preparing the demo portal …\n");
  const sandbox = await openSandbox({
    journal,
    seed: isNew && files.length === 0 ? "demo" : "none",
  });
  if (isNew) sandbox.clock.set(files.length === 0 ? demoStart : new Date());
  await raiseLimits(sandbox);
  return sandbox;
}

/**
 * The preview's page reads with the app's token what a person's browser reads in HubSpot without any limit, so the
 * limit is far above what the backend alone may have. `npm run sandbox` and the tests keep HubSpot's.
 */
async function raiseLimits(sandbox: Sandbox): Promise<void> {
  const limits = { perTenSeconds: 5_000, perDay: 1_000_000, searchesPerSecond: 100 };
  await callOver(sandbox.url, sandbox.token)("PUT", "/_sandbox/portal", { limits });
}

function filledMark(dataFolder: string): string {
  return join(dataFolder, "portal-filled");
}

function pastMark(dataFolder: string): string {
  return join(dataFolder, "past-calculated");
}

/** Provisions the portal, then loads what people would have entered, or the files that were given. */
async function fillPortal(
  sandbox: Sandbox,
  environment: Environment,
  dataFolder: string,
  files: readonly string[],
): Promise<void> {
  const log = openLog("warn");
  const portals = openPortals({ environment, log });
  for (const portalId of await portals.ids()) {
    const { hubspot } = await portals.open(portalId);
    await provision({ hubspot, log });
  }
  const call = callOver(sandbox.url, sandbox.token);
  const say = (line: string) => process.stdout.write(`  ${line}\n`);
  if (files.length > 0) {
    // What was imported has a past of its own.
    rmSync(pastMark(dataFolder), { force: true });
    const result = await importFiles(call, files.map(readGiven), say);
    say(`Imported: ${result.created} created, ${result.updated} updated, ${result.skipped.length} rows skipped`);
  } else if (!existsSync(filledMark(dataFolder))) {
    await loadDemoAccounts(call);
  }
  writeFileSync(filledMark(dataFolder), "The portal in sandbox.jsonl is complete.\n");
}

function readGiven(path: string): { name: string; text: string } {
  if (!existsSync(path)) throw new Problem("not-found", `There is no file ${path}.`);
  return { name: basename(path), text: readFileSync(path, "utf8") };
}

function tellFeed(sandbox: Sandbox, feed: EventFeed): void {
  sandbox.onCall((call) => feed.push(callEvent(call)));
  sandbox.onWebhook(({ events, status, ms }) => {
    const kinds = [...new Set(events.map(({ subscriptionType }) => subscriptionType))];
    feed.push({
      kind: "webhook",
      title: kinds.join(", "),
      ms,
      outcome: String(status),
      detail: `${events.length} events`,
    });
  });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Problem ? error.message : String((error as Error)?.stack ?? error)}\n`);
  process.exit(1);
});
