import {
  accountKpi,
  accountSignal,
  company,
  periodKinds,
  periodOf,
  targetOf,
  timeZoneOf,
  type PlainDate,
} from "@keyline/domain";
import type { Desk } from "../../desk/index.ts";
import type { Facts, SignalFacts } from "../facts.ts";
import { kpiRecord } from "../kpi-record.ts";
import { referrals } from "../metrics/referrals.ts";
import { testimonials } from "../metrics/testimonials.ts";
import { readDeals } from "../read-deals.ts";
import { spanOf } from "../span.ts";
import type { KpiAccount } from "./kpi-account.ts";

/** What the two metrics do not look at. */
const unread: Facts = {
  deals: [],
  referredDeals: [],
  products: null,
  tickets: null,
  answers: null,
  signals: [],
  checkIns: [],
  needs: [],
};

/**
 * Counts the referrals and testimonials of a company again, in the month, quarter and year of a day. It reads them by
 * association: a search would not know the one that was recorded a moment ago.
 */
export async function recountSignals(desk: Desk, account: KpiAccount, day: PlainDate): Promise<void> {
  const { hubspot, settings, currency, now } = desk;
  const [signals, deals] = await Promise.all([
    readSignals(desk, account.id),
    readDeals(hubspot, [account.id], currency),
  ]);
  const referredDeals = deals.get(account.id)?.referredDeals ?? [];
  const facts: Facts = { ...unread, referredDeals, signals };
  const writes = periodKinds.values.flatMap((kind) => {
    const span = spanOf(periodOf(kind, day, settings.fiscalYearStartMonth), timeZoneOf(settings, desk.timeZone), now());
    return [referrals, testimonials].map((metric) => {
      const target = targetOf(settings, account, metric.name, kind);
      return kpiRecord(
        { id: account.id, name: account.name, target },
        metric,
        span,
        metric.compute(facts, span),
        currency,
      );
    });
  });
  const stamped = writes.map(({ key, properties }) => ({
    key,
    properties: { ...properties, calculated_at: now().toISOString() },
  }));
  const { written, refused } = await hubspot.records(accountKpi).upsert(stamped);
  const fresh = written.filter(({ isNew }) => isNew).map(({ id }) => ({ from: id, to: account.id }));
  if (fresh.length > 0) await hubspot.associations.create(accountKpi, company, fresh);
  // What was recorded stands; the numbers follow with the next recalculation.
  for (const { key, problem } of refused) desk.log.warn({ key, reason: problem.message }, "HubSpot did not take a KPI");
}

async function readSignals({ hubspot }: Desk, companyId: string): Promise<SignalFacts[]> {
  const tied = await hubspot.associations.read(company, accountSignal, [companyId]);
  const ids = (tied.get(companyId) ?? []).map(({ id }) => id);
  const records = await hubspot.records(accountSignal).read(ids, { properties: ["signal_kind", "happened_on"] });
  return records.flatMap(({ id, properties: { signal_kind: kind, happened_on: happenedOn } }) =>
    kind === null || happenedOn === null ? [] : [{ id, kind, happenedOn }],
  );
}
