import type { AccountType } from "../vocabulary/accounts.ts";

/** What one manager carries: how full the week is, by the norm of accounts for each type. */
export interface Workload {
  managerId: string;
  accounts: number;
  byType: Partial<Record<AccountType, number>>;
  /** In percent of a full load: eight key accounts where the norm is eight are 100. */
  loadPercent: number;
}

/** Sums up managed accounts by their lead manager, the fullest first. Accounts without a lead are left out. */
export function workloads(
  accounts: Iterable<{ leadManagerId: string | null; type: AccountType }>,
  accountsPerManager: Readonly<Record<AccountType, number>>,
): Workload[] {
  const byManager = new Map<string, Partial<Record<AccountType, number>>>();
  for (const { leadManagerId, type } of accounts) {
    if (leadManagerId === null) continue;
    const counts = byManager.get(leadManagerId) ?? {};
    counts[type] = (counts[type] ?? 0) + 1;
    byManager.set(leadManagerId, counts);
  }
  const loads = [...byManager].map(([managerId, byType]) => loadOf(managerId, byType, accountsPerManager));
  return loads.sort(
    (one, other) => other.loadPercent - one.loadPercent || one.managerId.localeCompare(other.managerId),
  );
}

function loadOf(
  managerId: string,
  byType: Partial<Record<AccountType, number>>,
  norms: Readonly<Record<AccountType, number>>,
): Workload {
  const counts = Object.entries(byType) as [AccountType, number][];
  const share = counts.reduce((sum, [type, count]) => sum + count / norms[type], 0);
  return {
    managerId,
    accounts: counts.reduce((sum, [, count]) => sum + count, 0),
    byType,
    loadPercent: Math.round(share * 100),
  };
}
