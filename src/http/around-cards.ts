import { accessOf, type Desk } from "../desk/index.ts";
import { recalculateCompanies, recalculationOf } from "../kpis/index.ts";
import type { Parts } from "./parts.ts";

/** The companies that a request is about: one on a record's card, several in a bulk action, none in the settings. */
export function companiesIn(asked: unknown): string[] {
  const { companyId, companyIds = [] } = (asked ?? {}) as { companyId?: string; companyIds?: string[] };
  return companyId === undefined ? companyIds : [companyId, ...companyIds];
}

/** Says on the card when its reader may only read; asked beside the action, so that it costs no time. */
export async function readFor(desk: Desk, companyIds: readonly string[], acting: Promise<unknown>): Promise<unknown> {
  const [answer, access] = await Promise.all([acting, accessOf(desk, companyIds)]);
  const says = typeof answer === "object" && answer !== null && "access" in answer;
  return says && !access.canWrite ? { ...answer, access } : answer;
}

/** Recalculation searches, and HubSpot's searches lag behind writes by seconds. */
const settledMs = 10_000;

/** What a person changed may count: the companies' numbers are brought up to date behind them, once for a storm of clicks. */
export async function wakeNumbers(
  { queue, log }: Parts,
  portalId: string,
  companyIds: readonly string[],
): Promise<void> {
  const wakeUps = recalculationOf(portalId, companyIds).map((one) => ({ ...one, delayMs: settledMs }));
  if (wakeUps.length === 0) return;
  // The write stands whether the queue answers or not; the next pass over the portal finds it.
  await queue.addMany(recalculateCompanies, wakeUps).catch((error: unknown) => {
    log.warn({ portalId, reason: String(error) }, "Numbers are not woken; the next pass brings them up to date");
  });
}
