import {
  accountKpi,
  accountKpiKey,
  company,
  ownTargets,
  percentOf,
  parsePeriod,
  periodKinds,
  periodOf,
  Problem,
  targetOf,
  type FoundTarget,
  type KpisWritten,
  type KpiTarget,
  type MetricName,
  type SetTarget,
  type Target,
  type Targets,
} from "@keyline/domain";
import type { Desk } from "../../desk/index.ts";
import { readKpiAccount, type KpiAccount } from "./kpi-account.ts";
import { kpisOf } from "./kpis-of.ts";
import { inMajor, inMinor } from "./target-units.ts";
import { todayOf } from "./shown-periods.ts";

/** This account's own target for a metric, or the type's again. Set twice it is set once. */
export async function setTarget(desk: Desk, asked: SetTarget): Promise<KpisWritten> {
  const { companyId, metric, target, expected, shown } = asked;
  const account = await readKpiAccount(desk, companyId);
  const stands = inMinor(account.own[metric], metric, desk.currency);
  if (!isSame(stands, target)) {
    if (!isSame(stands, expected)) throw targetChanged(stands);
    const own = changed(account.own, metric, inMajor(target, metric, desk.currency));
    await writeTargets(desk, companyId, own);
    await writeIntoKpis(desk, { ...account, own }, metric, shown);
  }
  return { outcome: "saved", kpis: await kpisOf(desk, { companyId, period: shown }) };
}

function changed(own: Targets, metric: MetricName, target: Target | undefined): Targets {
  const { [metric]: _, ...others } = own;
  return target ? { ...others, [metric]: target } : others;
}

async function writeTargets({ hubspot }: Desk, id: string, own: Targets): Promise<void> {
  const am_targets = Object.keys(own).length > 0 ? ownTargets.write(own) : null;
  const { refused } = await hubspot.records(company).update([{ id, properties: { am_targets } }]);
  if (refused[0]) throw refused[0].problem;
}

/** What HubSpot's reports show of it: the periods that run, and the one in view. Others follow when they are recalculated. */
async function writeIntoKpis(desk: Desk, account: KpiAccount, metric: MetricName, shown: string): Promise<void> {
  const { hubspot, settings, log } = desk;
  const today = todayOf(desk);
  const running = periodKinds.values.map((kind) => periodOf(kind, today, settings.fiscalYearStartMonth));
  const periods = [...running, parsePeriod(shown, settings.fiscalYearStartMonth)];
  const keys = [...new Set(periods.map(({ key }) => accountKpiKey(account.id, metric, key)))];
  const records = await hubspot
    .records(accountKpi)
    .read(keys, { idProperty: accountKpi.key, properties: ["kpi_key", "actual", "period_kind"] });
  const writes = records.flatMap(({ id, properties: { actual, period_kind: kind } }) => {
    if (kind === null) return [];
    const target = targetOf(settings, account, metric, kind);
    const attainment = actual === null || !target ? null : percentOf(actual, target.value);
    return [{ id, properties: { target: target?.value ?? null, is_own_target: target?.isOwn ?? null, attainment } }];
  });
  const { refused } = await hubspot.records(accountKpi).update(writes);
  // The target itself stands; the reports' copy of it is written again with the next recalculation.
  for (const { problem } of refused) log.warn({ reason: problem.message }, "HubSpot did not take a target of a KPI");
}

function isSame(one: KpiTarget | null, other: KpiTarget | null): boolean {
  return one?.per === other?.per && one?.value === other?.value;
}

function targetChanged(target: KpiTarget | null): Problem {
  const words = {
    en: "Somebody has changed this target since you opened it.",
    ar: "غيّر شخص آخر هذا المستهدف بعد أن فتحته.",
  };
  const found: FoundTarget = { target };
  return new Problem("conflict", words.en, { words, found });
}
