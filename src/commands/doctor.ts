import { Problem } from "@keyline/domain";
import { provision } from "../provision/index.ts";
import { openQueue } from "../queue/index.ts";
import type { Command, CommandContext } from "./command.ts";
import { withPortals } from "./with-portals.ts";

interface Finding {
  part: string;
  isFine: boolean;
  says: string;
}

/** Looks at every part and says what to do about those that are not well. Changes nothing. */
export const doctor: Command = {
  name: "doctor",
  summary: "Look at every part and say what to do about those that are not well",
  async run(context) {
    const findings = [await look("HubSpot", () => hubspotSays(context)), await look("Queue", () => queueSays(context))];
    findings.splice(1, 0, await look("Objects and properties", () => provisioningSays(context)));
    return {
      json: findings,
      lines: findings.map(({ part, isFine, says }) => `${isFine ? "✓" : "✗"} ${part}: ${says}`),
      isFine: findings.every(({ isFine }) => isFine),
    };
  },
};

async function look(part: string, check: () => Promise<string>): Promise<Finding> {
  try {
    return { part, isFine: true, says: await check() };
  } catch (error) {
    return { part, isFine: false, says: error instanceof Error ? error.message : String(error) };
  }
}

function hubspotSays(context: CommandContext): Promise<string> {
  return withPortals(context, async (portals) => {
    const opened = await Promise.all((await portals.ids()).map((id) => portals.open(id)));
    return opened.map(({ portalId, timeZone, currency }) => `portal ${portalId}, ${timeZone}, ${currency}`).join("; ");
  });
}

function provisioningSays(context: CommandContext): Promise<string> {
  return withPortals(context, async (portals) => {
    for (const portalId of await portals.ids()) {
      const { hubspot, settings } = await portals.open(portalId);
      const options = { language: settings.language.labels, dryRun: true };
      const report = await provision({ hubspot, log: context.log }, options);
      const missing = report.created.length + report.extended.length;
      if (missing > 0) {
        throw new Problem(
          "not-provisioned",
          `${missing} are missing in portal ${portalId}: run \`keyline provision\`.`,
        );
      }
    }
    return "all there";
  });
}

async function queueSays({ environment, log }: CommandContext): Promise<string> {
  const queue = await openQueue({
    redisUrl: environment.REDIS_URL,
    databaseUrl: environment.DATABASE_URL,
    dataFolder: `${environment.KEYLINE_DATA}/queue`,
    log,
  });
  try {
    await queue.check();
    return queue.kind;
  } finally {
    await queue.close();
  }
}
