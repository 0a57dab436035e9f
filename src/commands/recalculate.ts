import { Problem } from "@keyline/domain";
import { recalculate } from "../kpis/index.ts";
import type { Command } from "./command.ts";
import { withPortals } from "./with-portals.ts";

/** Every metric of one period, computed again and written where it changed. */
export const recalculateCommand: Command = {
  name: "recalculate",
  summary: "Compute the metrics of a period, for managed accounts or those named, and write what changed",
  options: { period: "2026-Q3", company: "ID[,ID]" },
  async run({ environment, now, log, isDryRun, options: { period, company } }) {
    if (!period) throw new Problem("invalid-input", "Say which period: --period 2026-Q3, 2026-11 or 2026.");
    const companyIds = company?.split(",").flatMap((id) => id.trim() || []);
    const wrong = companyIds?.filter((id) => !/^\d+$/.test(id)) ?? [];
    if (companyIds?.length === 0 || wrong.length > 0) {
      throw new Problem("invalid-input", `--company takes record ids such as 1234,5678, not "${wrong.join(",")}".`);
    }
    const options = { period, dryRun: isDryRun, ...(companyIds && { companyIds }) };
    const results = await withPortals({ environment, log }, async (portals) => {
      const computed = [];
      for (const portalId of await portals.ids()) {
        const { hubspot, settings } = await portals.open(portalId);
        computed.push(await recalculate({ hubspot, settings, now }, options));
      }
      return computed;
    });
    const shown = results.map(({ refused, ...result }) => ({
      ...result,
      ...(refused.length > 0 && { refused: refused.map(({ key, problem }) => ({ key, reason: problem.message })) }),
    }));
    return {
      json: shown.length === 1 ? shown[0] : shown,
      lines: results.flatMap(({ period: key, companies, written, unchanged, refused }) => [
        `${key}: ${Object.keys(companies).length} companies, ${written} written, ${unchanged} unchanged, ${refused.length} refused`,
        ...refused.map((one) => `  ${one.key} was refused: ${one.problem.message}`),
      ]),
      isFine: results.every(({ refused }) => refused.length === 0),
    };
  },
};
