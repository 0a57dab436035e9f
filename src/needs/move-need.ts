import {
  isOpenNeed,
  type AccountNeed,
  type ConfirmNeed,
  type DropNeed,
  type MeetNeed,
  type NeedStatus,
  type NeedWritten,
  type PlainDate,
  type ReopenNeed,
} from "@keyline/domain";
import { todayOf, wrongField, type Desk } from "../desk/index.ts";
import type { StoredNeed } from "./stored-need.ts";
import { changedMeanwhile, changeNeed, readNeed, savedNeed } from "./touch-need.ts";

interface Asked {
  companyId: string;
  needKey: string;
  /** The status that the person saw. */
  expected: NeedStatus;
}

const notEnded = { met_on: null, met_evidence: null, dropped_on: null, drop_reason: null } as const;

/** It still holds today; one that was only noted, or had been given up, is thereby confirmed. */
export async function confirmNeed(desk: Desk, asked: ConfirmNeed): Promise<NeedWritten> {
  return move(desk, asked, ({ need_status: status }) => ({
    need_status: status === "served" ? "served" : "confirmed",
    last_confirmed_on: todayOf(desk),
    ...notEnded,
  }));
}

export async function meetNeed(desk: Desk, asked: MeetNeed): Promise<NeedWritten> {
  if (asked.metOn > todayOf(desk)) throw wrongField("metOn", "in-the-future", desk.caller.language);
  return move(desk, asked, () => ({
    ...notEnded,
    need_status: "met",
    met_on: asked.metOn,
    met_evidence: asked.evidence,
  }));
}

export async function dropNeed(desk: Desk, asked: DropNeed): Promise<NeedWritten> {
  return move(desk, asked, () => ({
    ...notEnded,
    need_status: "dropped",
    dropped_on: todayOf(desk),
    drop_reason: asked.reason,
  }));
}

/** Open again; how it had ended stays in the history that HubSpot keeps. */
export async function reopenNeed(desk: Desk, asked: ReopenNeed): Promise<NeedWritten> {
  return move(desk, asked, ({ need_status: status, initiatives, last_confirmed_on }) => ({
    need_status: status && isOpenNeed(status) ? status : reopenedStatus(initiatives ?? 0, last_confirmed_on),
    ...notEnded,
  }));
}

function reopenedStatus(initiatives: number, confirmedOn: PlainDate | null): NeedStatus {
  if (initiatives > 0) return "served";
  return confirmedOn ? "confirmed" : "identified";
}

/**
 * Moves a need that stands where the person saw it, whatever it was: who sees that it was dropped may still say that it
 * was met. Sent twice it is moved once.
 */
async function move(
  desk: Desk,
  { companyId, needKey, expected }: Asked,
  decide: (values: StoredNeed["values"]) => Partial<AccountNeed>,
): Promise<NeedWritten> {
  const found = await readNeed(desk, companyId, needKey);
  const wanted = decide(found.values);
  if (stands(found, wanted)) return savedNeed(desk, found);
  if ((found.values.need_status ?? "identified") !== expected) throw changedMeanwhile(found);
  await changeNeed(desk, found, wanted);
  return savedNeed(desk, found);
}

function stands({ values }: StoredNeed, wanted: Partial<AccountNeed>): boolean {
  return Object.entries(wanted).every(([name, value]) => (values[name as keyof AccountNeed] ?? null) === value);
}
