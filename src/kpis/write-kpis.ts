import { accountKpi, type Problem } from "@keyline/domain";
import type { HubSpot } from "../hubspot/index.ts";
import type { Account } from "./accounts/account.ts";
import { markOf, readMarks } from "./kpi-marks.ts";
import { isChanged, type KpiWrite } from "./kpi-record.ts";
import type { PortalFacts } from "./portal-facts.ts";

/** The KPIs of one account in one period, as they should stand. */
export interface PeriodKpis {
  account: Account;
  period: string;
  writes: readonly KpiWrite[];
}

export interface KpiOptions {
  /**
   * Compares every record with what stands in HubSpot. Otherwise the mark on the company is believed: it was left by the
   * run that wrote these very numbers, and spares reading them again.
   */
  isThorough: boolean;
  /** Mends records that hang on no company. */
  isCertain: boolean;
  isDryRun: boolean;
}

export interface KpisWritten {
  written: number;
  /** In a dry run: what would be written. */
  pending: number;
  unchanged: number;
  refused: { key: string; problem: Problem }[];
  /** What the companies should be marked with, by company and period; null where HubSpot refused a number. */
  marks: Map<string, Map<string, string | null>>;
}

/** Writes the KPIs that differ from what stands, by key, and hangs new ones on their companies. */
export async function writeKpis(
  hubspot: HubSpot,
  kpis: readonly PeriodKpis[],
  portal: PortalFacts,
  options: KpiOptions,
): Promise<KpisWritten> {
  const marked = kpis.map((one) => ({ ...one, mark: markOf(one.writes) }));
  const doubtful = marked.filter((one) => options.isThorough || one.mark !== markBefore(one));
  const before = await readStanding(hubspot, doubtful, options);
  const all = doubtful.flatMap(({ writes }) => writes);
  const changed = all.filter((write) => isChanged(before.get(write.key)?.properties, write));
  const unchanged = kpis.reduce((sum, { writes }) => sum + writes.length, -changed.length);
  if (options.isDryRun) return { written: 0, pending: changed.length, unchanged, refused: [], marks: new Map() };
  const calculated_at = portal.now.toISOString();
  const { written, refused } = await hubspot
    .records(accountKpi)
    .upsert(changed.map(({ key, properties }) => ({ key, properties: { ...properties, calculated_at } })));
  const fresh = written.filter(({ isNew }) => isNew).map(({ key, id }) => ({ from: id, to: companyOf(key) }));
  const loose = options.isCertain ? await looseOf(hubspot, all, before) : [];
  const pairs = [...fresh, ...loose];
  if (pairs.length > 0) await hubspot.associations.create(accountKpi, "companies", pairs);
  const refusedKeys = new Set(refused.map(({ key }) => key));
  const marks: KpisWritten["marks"] = new Map();
  for (const { account, period, writes, mark } of doubtful) {
    const own = marks.get(account.id) ?? new Map<string, string | null>();
    marks.set(account.id, own.set(period, writes.some(({ key }) => refusedKeys.has(key)) ? null : mark));
  }
  return { written: written.length, pending: 0, unchanged, refused, marks };
}

type Standing = Awaited<ReturnType<typeof readBefore>>;

/** A company that was never recalculated has no KPIs: where somebody made some all the same, they are written over. */
function readStanding(hubspot: HubSpot, kpis: readonly PeriodKpis[], { isThorough }: KpiOptions): Promise<Standing> {
  const known = kpis.filter(({ account }) => isThorough || account.properties.am_last_recalculated !== null);
  return readBefore(
    hubspot,
    known.flatMap(({ writes }) => writes.map(({ key }) => key)),
  );
}

async function readBefore(hubspot: HubSpot, keys: readonly string[]) {
  const records = await hubspot.records(accountKpi).read(keys, { idProperty: accountKpi.key });
  return new Map(records.map((record) => [record.properties.kpi_key ?? "", record]));
}

/** KPIs that stand and hang on no company: a run that died between the two writes left them. */
async function looseOf(hubspot: HubSpot, writes: readonly KpiWrite[], before: Standing) {
  const standing = writes.flatMap(({ key }) => {
    const record = before.get(key);
    return record ? [{ from: record.id, to: companyOf(key) }] : [];
  });
  const tied = await hubspot.associations.read(
    accountKpi,
    "companies",
    standing.map(({ from }) => from),
  );
  return standing.filter(({ from }) => (tied.get(from) ?? []).length === 0);
}

function markBefore({ account, period }: PeriodKpis): string | undefined {
  return readMarks(account.properties.am_kpi_mark).get(period);
}

function companyOf(kpiKey: string): string {
  return kpiKey.split(":")[0] ?? "";
}
