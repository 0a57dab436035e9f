import {
  isOpenNeed,
  type AccountNeed,
  type ConfirmNeed,
  type DropNeed,
  type MeetNeed,
  type NeedStatus,
  type NeedWritten,
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

/** It still holds today; one that was only noted is thereby confirmed. */
export async function confirmNeed(desk: Desk, asked: ConfirmNeed): Promise<NeedWritten> {
  return move(desk, asked, isOpenNeed, ({ need_status: status }) => ({
    need_status: status === "served" ? "served" : "confirmed",
    last_confirmed_on: todayOf(desk),
  }));
}

export async function meetNeed(desk: Desk, asked: MeetNeed): Promise<NeedWritten> {
  if (asked.metOn > todayOf(desk)) throw wrongField("metOn", "in-the-future", desk.caller.language);
  return move(desk, asked, isOpenNeed, () => ({
    need_status: "met",
    met_on: asked.metOn,
    met_evidence: asked.evidence,
  }));
}

export async function dropNeed(desk: Desk, asked: DropNeed): Promise<NeedWritten> {
  return move(desk, asked, isOpenNeed, () => ({
    need_status: "dropped",
    dropped_on: todayOf(desk),
    drop_reason: asked.reason,
  }));
}

/** Open again; how it had ended stays in the history that HubSpot keeps. */
export async function reopenNeed(desk: Desk, asked: ReopenNeed): Promise<NeedWritten> {
  const hasEnded = (status: NeedStatus) => !isOpenNeed(status);
  return move(desk, asked, hasEnded, ({ initiatives, last_confirmed_on }) => ({
    need_status: (initiatives ?? 0) > 0 ? "served" : last_confirmed_on ? "confirmed" : "identified",
    met_on: null,
    met_evidence: null,
    dropped_on: null,
    drop_reason: null,
  }));
}

/** Moves a need that stands where the person saw it; sent twice it is moved once. */
async function move(
  desk: Desk,
  { companyId, needKey, expected }: Asked,
  mayMove: (status: NeedStatus) => boolean,
  decide: (values: StoredNeed["values"]) => Partial<AccountNeed>,
): Promise<NeedWritten> {
  const found = await readNeed(desk, companyId, needKey);
  const wanted = decide(found.values);
  if (stands(found, wanted)) return savedNeed(desk, found.id);
  const status = found.values.need_status ?? "identified";
  if (status !== expected || !mayMove(status)) throw changedMeanwhile(found);
  await changeNeed(desk, found, wanted);
  return savedNeed(desk, found.id);
}

function stands({ values }: StoredNeed, wanted: Partial<AccountNeed>): boolean {
  return Object.entries(wanted).every(([name, value]) => (values[name as keyof AccountNeed] ?? null) === value);
}
