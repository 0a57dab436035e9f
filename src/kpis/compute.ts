import { ownTargets, previousPeriod, Problem, targetOf, type Period } from "@keyline/domain";
import type { Account } from "./accounts/account.ts";
import type { Result } from "./define-metric.ts";
import type { Facts, Span } from "./facts/facts.ts";
import { kpiRecord, type KpiWrite } from "./kpi-record.ts";
import { metrics } from "./metrics/index.ts";
import type { PortalFacts } from "./portal-facts.ts";
import { spanOf } from "./span.ts";

export interface MetricAnswer {
  /** Whole minor units where it is money; null is no data. */
  value: number | null;
  unit: string;
  currency?: string;
  evidence: string[];
}

/** By metric. */
export type Answers = Record<string, MetricAnswer>;

/** A period and the one before it, as the portal's clock sees them now. */
export interface Spans {
  now: Span;
  before: Span;
}

export function spansOf(period: Period, { timeZone, now }: PortalFacts): Spans {
  return { now: spanOf(period, timeZone, now), before: spanOf(previousPeriod(period), timeZone, now) };
}

export interface Computed {
  answers: Answers;
  writes: KpiWrite[];
}

/** Every metric of one account in one period. */
export function computeAll(account: Account, facts: Facts, { now, before }: Spans, portal: PortalFacts): Computed {
  const answers: Answers = {};
  const own = readTargets(account).targets;
  const writes = metrics.map((metric) => {
    const found = metric.compute(facts, now);
    const { unit } = metric;
    answers[metric.name] = {
      value: found.value,
      unit,
      ...(unit === "money" && { currency: portal.currency }),
      evidence: evidenceOf(found),
    };
    const type = account.properties.am_account_type;
    const target = targetOf(portal.settings, { type, own }, metric.name, now.period.kind);
    const previous = metric.compute(facts, before).value;
    return kpiRecord({ ...account, ownerId: ownerOf(account, portal), target }, metric, now, found, previous, portal);
  });
  return { answers, writes };
}

/** Targets that a person has spoilt are told, and the type's stand in: the numbers themselves do not depend on them. */
export function spoiltTargets(account: Account): { key: string; problem: Problem } | null {
  const found = readTargets(account);
  return found.problem ? { key: account.id, problem: found.problem } : null;
}

function readTargets({ properties }: Account) {
  try {
    return { targets: ownTargets.read(properties.am_targets), problem: null };
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    return { targets: null, problem };
  }
}

function evidenceOf({ evidence }: Result): string[] {
  return evidence.flatMap(({ ids }) => ids);
}

/** Whose number it is: the lead manager, else the company's owner; nobody who has left, whom HubSpot may refuse. */
function ownerOf({ properties, ownerId }: Account, { ownerIds }: PortalFacts): string | null {
  return [properties.am_lead_manager, ownerId].find((id) => id !== null && ownerIds.has(id)) ?? null;
}
