import {
  accountKpi,
  accountKpiKey,
  calendarOf,
  kpiEvidence,
  kpiLeftOut,
  minorOf,
  parsePeriod,
  timeZoneOf,
  unitOfMetric,
  type CountedRecord,
  type KpiDetailAnswer,
  type KpiDetailQuery,
} from "@keyline/domain";
import { cardFactsOf, readRecordUrls, type Desk, type RecordUrl } from "../../desk/index.ts";
import type { Counted } from "../define-metric.ts";
import { metrics } from "../metrics/index.ts";
import { spanOf } from "../span.ts";
import { isCountedObject, readCounted, type Counting } from "./counted/index.ts";
import { readKpiAccount } from "./kpi-account.ts";

/** HubSpot gives a hundred records for one call. */
const pageSize = 100;
/** Those left out are for looking over, not for counting. */
const mostLeftOut = 20;

/** Where one number comes from: its formula, and the very records that were counted and left out. */
export async function kpiDetailOf(desk: Desk, asked: KpiDetailQuery): Promise<KpiDetailAnswer> {
  const { hubspot, currency } = desk;
  const { companyId, metric, period, page } = asked;
  const key = accountKpiKey(companyId, metric, period);
  const [account, stored, urlOf] = await Promise.all([
    readKpiAccount(desk, companyId),
    hubspot.records(accountKpi).readOne(key, { idProperty: accountKpi.key }),
    readRecordUrls(desk),
  ]);
  const kept = stored?.properties;
  const counting = countingOf(desk, asked);
  const counted = flat(kpiEvidence.read(kept?.evidence) ?? []);
  const shown = counted.slice(page * pageSize, (page + 1) * pageSize);
  const leftOut = kpiLeftOut.read(kept?.left_out) ?? [];
  const [records, groups] = await Promise.all([
    readAll(desk, shown, counting, urlOf),
    Promise.all(
      leftOut.map(async (group) => ({
        reason: group.reason,
        total: group.ids.length,
        records: await readAll(desk, flat([group]).slice(0, mostLeftOut), counting, urlOf),
      })),
    ),
  ]);
  const unit = unitOfMetric[metric];
  const actual = kept?.actual ?? null;
  return {
    ...cardFactsOf(desk, account),
    metric,
    unit,
    period,
    formula: metrics.find(({ name }) => name === metric)?.formula[desk.caller.language] ?? "",
    value: actual !== null && unit === "money" ? minorOf(actual, currency) : actual,
    noData: kept?.no_data_reason ?? null,
    page,
    counted: {
      total: Math.max(kept?.evidence_count ?? 0, counted.length),
      gone: shown.length - records.length,
      records,
    },
    leftOut: groups,
  };
}

function countingOf({ settings, now, timeZone, currency }: Desk, { metric, period }: KpiDetailQuery): Counting {
  const zone = timeZoneOf(settings, timeZone);
  const span = spanOf(parsePeriod(period, settings.fiscalYearStartMonth), zone, now());
  const calendar = calendarOf(settings, timeZone);
  return { metric, span, currency, timeZone: zone, graceDays: settings.graceDays, calendar };
}

/** One list of what was counted, the newest records first: HubSpot's ids grow. */
function flat(counted: readonly Counted[]): { object: string; id: string }[] {
  return counted
    .flatMap(({ object, ids }) => ids.map((id) => ({ object, id })))
    .sort((one, other) => Number(other.id) - Number(one.id));
}

async function readAll(
  { hubspot }: Desk,
  wanted: readonly { object: string; id: string }[],
  counting: Counting,
  urlOf: RecordUrl,
): Promise<CountedRecord[]> {
  const objects = [...new Set(wanted.map(({ object }) => object))].filter(isCountedObject);
  const found = await Promise.all(
    objects.map(async (object) => {
      const ids = wanted.filter((one) => one.object === object).map(({ id }) => id);
      const records = await readCounted[object](hubspot, ids, counting);
      return records.map(({ name, ...record }) => ({
        ...record,
        object,
        link: { id: record.id, name, url: urlOf(object, record.id) },
      }));
    }),
  );
  return found.flat().sort((one, other) => ((one.on ?? "") < (other.on ?? "") ? 1 : -1));
}
