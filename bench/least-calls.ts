import type { Records } from "./portal-of-numbers.ts";
import type { PassName } from "./run-pass.ts";

const metricsOf = 12;
/** A pass over numbers computes the quarter that runs; what changed is computed for month, quarter and year. */
const runningPeriods = 3;
/** What the reconciliation asks for changes: ten kinds of records. */
const kindsAsked = 10;

const by = (count: number, size: number) => Math.ceil(count / size);

/**
 * The least calls for a pass: each record read once and each changed one written once, in the largest batches there are
 * (docs/decisions/0016-cost-of-recalculation.md).
 */
export function leastCalls(records: Records, pass: Exclude<PassName, "changes">): number {
  const { companies, deals, lineItems, contacts, tickets, needs, checkIns } = records;
  const kpis = companies * metricsOf;
  // Account, owners (those who left apart), the pipelines of deals and of tickets.
  const portal = 5;
  const reads =
    by(companies, 200) +
    3 * by(companies, 1_000) +
    by(deals, 100) + by(deals, 1_000) + by(lineItems, 100) +
    by(contacts, 1_000) +
    by(tickets, 100) +
    // Signals, plans and contacts with a role, of which there are none: a question each.
    by(needs, 200) + by(checkIns, 200) + 3; // prettier-ignore
  switch (pass) {
    case "first":
      return portal + reads + by(kpis, 100) + by(kpis, 2_000) + by(companies, 100);
    case "again":
      return portal + reads;
    case "thorough":
      return portal + reads + by(kpis, 100);
    case "full":
      // Beside the numbers: the people who are reminded, merged companies, where the next search for changes begins.
      return portal + 1 + 1 + kindsAsked + reads + by(kpis, 100);
  }
}

/**
 * The least calls for a reconciliation after one deal of each of so many companies has changed, of a portal as the bench fills it
 * (docs/decisions/0013-reconciliation.md). The size of the portal is not in it.
 */
export function leastCallsForChanges(changed: number, written: number): number {
  const asked = kindsAsked - 1 + by(changed, 200);
  const bins = kindsAsked;
  const portal = 5;
  // From deals to companies; from these to deals, tickets, contacts, four objects of ours and KPIs; answers, line items.
  const ties = by(changed, 1_000) * (1 + 3 + 4 + 1 + 1) + by(2 * changed, 1_000);
  // Companies, contacts, check-ins; two deals and line items each; of every tenth a ticket and a need.
  const reads = 3 * by(changed, 100) + 2 * by(2 * changed, 100) + 2 * by(by(changed, 10), 100);
  const kpis = by(changed * metricsOf * runningPeriods, 100);
  return asked + bins + portal + ties + reads + kpis + by(written, 100);
}
