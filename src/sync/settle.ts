import type { Settings } from "@keyline/domain";
import { planFew } from "../check-ins/index.ts";
import type { Now } from "../clock.ts";
import type { HubSpot } from "../hubspot/index.ts";
import { recalculateRunning } from "../kpis/index.ts";
import type { Log } from "../log.ts";
import type { Pass } from "./kinds/index.ts";
import { managedAmong } from "./managed.ts";

/** One portal, and where time comes from. */
export interface PortalParts {
  hubspot: HubSpot;
  settings: Settings;
  now: Now;
  log: Log;
}

/** What a pass over some companies did. */
export interface Settled {
  companies: number;
  /** Check-ins planned and reminders made or mended; records of numbers written. */
  written: number;
  /** What HubSpot did not take; the next pass tries again. */
  refused: { key: string; message: string }[];
}

/** Companies settled together: one batch of each read and write. */
export const companiesAtOnce = 100;

/** Brings a pass's share of these companies up to date, from what HubSpot holds now. Done twice it writes nothing more. */
export function settle(pass: Pass, parts: PortalParts, companyIds: readonly string[]): Promise<Settled> {
  return pass === "plan" ? planCheckIns(parts, companyIds) : computeNumbers(parts, companyIds);
}

async function planCheckIns(parts: PortalParts, companyIds: readonly string[]): Promise<Settled> {
  const { planned, reminders, overdue, escalations, refused } = await planFew(parts, companyIds);
  const written = planned + overdue + escalations + reminders.made + reminders.mended + reminders.withdrawn;
  return { companies: companyIds.length, written, refused };
}

async function computeNumbers(parts: PortalParts, companyIds: readonly string[]): Promise<Settled> {
  const managed = await managedAmong(parts.hubspot, companyIds);
  if (managed.length === 0) return { companies: 0, written: 0, refused: [] };
  const { written, refused } = await recalculateRunning(parts, managed);
  return {
    companies: managed.length,
    written,
    refused: refused.map(({ key, problem }) => ({ key, message: problem.message })),
  };
}

export function tellRefused(log: Log, portalId: string, { refused }: Settled): void {
  for (const { key, message } of refused) {
    log.warn({ portalId, key, reason: message }, "HubSpot did not take a write; the next pass tries again");
  }
}
