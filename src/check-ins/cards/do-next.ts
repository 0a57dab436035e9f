import {
  daysBetween,
  isManaged,
  type AccountProperties,
  type ObjectiveStatus,
  type OfferedContact,
  type OpenCheckIn,
  type PlainDate,
  type RecordLink,
  type SummaryAnswer,
} from "@keyline/domain";
import type { PortalFacts } from "../facts.ts";

/** What may have to be done about an account. */
export interface DoNextFacts {
  all: AccountProperties;
  portal: PortalFacts;
  open: readonly OpenCheckIn[];
  /** Until when notice can be given, while nobody has decided. */
  noticeBy: PlainDate | null;
  /** A meeting or call that may have been a check-in. */
  contact: OfferedContact | null;
  /** High-risk needs without an initiative: the first, and how many. */
  need: { link: RecordLink; count: number } | null;
  objective: { link: RecordLink; key: string; status: ObjectiveStatus; due: PlainDate } | null;
  plan: { link: RecordLink; ends: PlainDate } | null;
}

/** A notice date this near is something to do. */
const noticeSoonDays = 60;

/** The one thing to do now, in a written order: late, renewal, contact made, needs, objectives, who decides, the plan. */
export function doNextOf(facts: DoNextFacts): SummaryAnswer["doNext"] {
  const { all, portal, open, noticeBy, contact, need, objective, plan } = facts;
  const overdue = open.find(({ state }) => state === "overdue");
  if (overdue) return { kind: "log-overdue", checkIn: overdue };
  if (noticeBy && daysBetween(portal.today, noticeBy) <= noticeSoonDays) return { kind: "decide-renewal", noticeBy };
  const checkIn = contact && open.find(({ key }) => key === contact.checkInKey);
  if (contact && checkIn) return { kind: "confirm-contact", contact, checkIn };
  if (need) return { kind: "serve-need", need: need.link, count: need.count };
  if (objective) {
    const { link, ...standing } = objective;
    return { kind: "late-objective", objective: link, ...standing };
  }
  if (isManaged(all) && all.am_economic_buyer_known === false) return { kind: "find-decision-maker" };
  if (plan) return { kind: "plan-ends", plan: plan.link, ends: plan.ends };
  return { kind: "nothing" };
}
