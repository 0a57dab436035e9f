import {
  accountKpi,
  calendarOf,
  company,
  parsePeriod,
  targetOf,
  timeZoneOf,
  ownTargets,
  Problem,
  type Settings,
} from "@keyline/domain";
import type { HubSpot, Rec } from "../hubspot/index.ts";
import type { Facts, Span } from "./facts.ts";
import { isChanged, kpiRecord, type KpiWrite } from "./kpi-record.ts";
import { metrics } from "./metrics/index.ts";
import { readFacts } from "./read-facts.ts";
import { rollUp } from "./roll-up.ts";
import { spanOf } from "./span.ts";

export interface RecalculateOptions {
  period: string;
  /** Default: every managed account. */
  companyIds?: readonly string[];
  dryRun?: boolean;
}

export interface MetricAnswer {
  /** Whole minor units where it is money; null is no data. */
  value: number | null;
  unit: string;
  currency?: string;
  evidence: string[];
}

export interface Recalculated {
  period: string;
  companies: Record<string, Record<string, MetricAnswer>>;
  /** Records written, and records that said it already. */
  written: number;
  unchanged: number;
  refused: { key: string; problem: Problem }[];
}

type CompanyRecord = Rec<(typeof company)["fields"]>;

/** Companies at a time: their facts are all that is held in memory. */
const pageSize = 100;

/**
 * Computes every metric of a period and writes what has changed: again without news it writes nothing.
 * @throws Problem `invalid-input` when `period` is no period key
 */
export async function recalculate(
  { hubspot, settings, now }: { hubspot: HubSpot; settings: Settings; now: () => Date },
  { period: key, companyIds, dryRun = false }: RecalculateOptions,
): Promise<Recalculated> {
  const period = parsePeriod(key, settings.fiscalYearStartMonth);
  const account = await hubspot.account();
  const timeZone = timeZoneOf(settings, account.timeZone);
  const { currency } = account;
  const calendar = calendarOf(settings, account.timeZone);
  const portal = { currency, timeZone, calendar, graceDays: settings.graceDays };
  const span = spanOf(period, timeZone, now());
  const result: Recalculated = { period: period.key, companies: {}, written: 0, unchanged: 0, refused: [] };

  for await (const page of pagesOf(hubspot, companyIds)) {
    const facts = await readFacts(
      hubspot,
      page.map(({ id }) => id),
      portal,
    );
    const writes = page.flatMap((one) => computeOne(one, facts.get(one.id), span, settings, currency, result));
    const stored = await hubspot.records(accountKpi).read(
      writes.map(({ key: id }) => id),
      { idProperty: accountKpi.key },
    );
    const before = new Map(stored.map(({ properties }) => [properties.kpi_key, properties]));
    const changed = writes.filter((write) => isChanged(before.get(write.key), write));
    const rollUps = page.flatMap((one) => rollUp(one, facts.get(one.id), { settings, currency, timeZone, now: now() }));
    result.unchanged += writes.length - changed.length + page.length - rollUps.length;
    if (dryRun) continue;
    const kpis = await hubspot
      .records(accountKpi)
      .upsert(
        changed.map((one) => ({ ...one, properties: { ...one.properties, calculated_at: now().toISOString() } })),
      );
    const fresh = kpis.written.filter(({ isNew }) => isNew);
    const pairs = fresh.map(({ key: kpi, id }) => ({ from: id, to: kpi.split(":")[0] ?? "" }));
    if (pairs.length > 0) await hubspot.associations.create(accountKpi, "companies", pairs);
    const updated = await hubspot.records(company).update(rollUps);
    result.written += kpis.written.length + updated.written.length;
    result.refused.push(...kpis.refused, ...updated.refused);
  }
  return result;
}

function computeOne(
  { id, raw, properties }: CompanyRecord,
  facts: Facts | undefined,
  span: Span,
  settings: Settings,
  currency: string,
  result: Recalculated,
): KpiWrite[] {
  if (!facts) return [];
  const answers: Record<string, MetricAnswer> = {};
  result.companies[id] = answers;
  const own = targetsOf(id, properties.am_targets, result);
  return metrics.map((metric) => {
    const found = metric.compute(facts, span);
    answers[metric.name] = {
      value: found.value,
      unit: metric.unit,
      ...(metric.unit === "money" && { currency }),
      evidence: found.evidence.flatMap(({ ids }) => ids),
    };
    const target = targetOf(settings, { type: properties.am_account_type, own }, metric.name, span.period.kind);
    return kpiRecord({ id, name: raw["name"] || id, target }, metric, span, found, currency);
  });
}

/** Targets that a person has spoilt are told, and the type's stand in: the numbers themselves do not depend on them. */
function targetsOf(id: string, text: string | null, result: Recalculated) {
  try {
    return ownTargets.read(text);
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    result.refused.push({ key: id, problem });
    return null;
  }
}

async function* pagesOf(hubspot: HubSpot, ids: readonly string[] | undefined): AsyncGenerator<CompanyRecord[]> {
  const records = hubspot.records(company);
  const extra = ["name"];
  if (ids) {
    for (let at = 0; at < ids.length; at += pageSize) yield records.read(ids.slice(at, at + pageSize), { extra });
    return;
  }
  const where = [
    [
      { property: "am_account_type", operator: "HAS_PROPERTY" as const },
      { property: "am_rhythm", operator: "HAS_PROPERTY" as const },
    ],
  ];
  yield* records.search({ where, extra });
}
