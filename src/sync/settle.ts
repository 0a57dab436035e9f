import type { Settings } from "@keyline/domain";
import { planFew } from "../check-ins/index.ts";
import type { Now } from "../clock.ts";
import type { HubSpot } from "../hubspot/index.ts";
import { recalculateFew } from "../kpis/index.ts";
import type { Log } from "../log.ts";
import { alignRoles } from "../plans/index.ts";
import type { KeyedStore } from "../queue/index.ts";
import { forgetContacts } from "./forget-contacts.ts";
import type { Pass } from "./kinds/index.ts";
import { foldMerged } from "./merge/fold-merged.ts";

/** One portal, and where time comes from. */
export interface PortalParts {
  portalId: string;
  hubspot: HubSpot;
  settings: Settings;
  now: Now;
  log: Log;
  store: Pick<KeyedStore, "list" | "delete">;
}

/** What a pass over some companies did. */
export interface Settled {
  companies: number;
  /** Check-ins planned and reminders made or mended, records of numbers written, and so on. */
  written: number;
  /** What HubSpot did not take; the next pass tries again. */
  refused: { key: string; message: string }[];
}

/** Companies settled together: one batch of each read and write. */
export const companiesAtOnce = 100;

/** Brings a pass's share of these companies up to date, from what HubSpot holds now. Done twice it writes nothing more. */
export function settle(pass: Pass, parts: PortalParts, ids: readonly string[]): Promise<Settled> {
  return settlers[pass](parts, ids);
}

const settlers: Record<Pass, typeof planCheckIns> = {
  fold: foldMerged,
  plan: planCheckIns,
  people: alignPeople,
  numbers: computeNumbers,
  forget: forgetContacts,
};

async function planCheckIns(parts: PortalParts, companyIds: readonly string[]): Promise<Settled> {
  const { planned, reminders, overdue, escalations, refused } = await planFew(parts, companyIds);
  const written = planned + overdue + escalations + reminders.made + reminders.mended + reminders.withdrawn;
  return { companies: companyIds.length, written, refused };
}

async function alignPeople({ hubspot }: PortalParts, companyIds: readonly string[]): Promise<Settled> {
  return { companies: companyIds.length, ...(await alignRoles({ hubspot }, companyIds)) };
}

async function computeNumbers(parts: PortalParts, companyIds: readonly string[]): Promise<Settled> {
  const { written, refused } = await recalculateFew(parts, companyIds);
  return {
    companies: companyIds.length,
    written,
    refused: refused.map(({ key, problem }) => ({ key, message: problem.message })),
  };
}

export function tellRefused(log: Log, portalId: string, { refused }: Settled): void {
  for (const { key, message } of refused) {
    log.warn({ portalId, key, reason: message }, "HubSpot did not take a write; the next pass tries again");
  }
}
