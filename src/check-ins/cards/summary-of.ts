import {
  accountNeed,
  elapsedShare,
  healthParts,
  isManaged,
  minorOf,
  openNeedStatuses,
  openObjectiveStatuses,
  paceOf,
  periodOf,
  planObjective,
  scoreReasons,
  type AccountProperties,
  type HealthReason,
  type OpenCheckIn,
  type SummaryAnswer,
} from "@keyline/domain";
import type { HubSpot } from "../../hubspot/index.ts";
import { readRhythm, undecidedNotice } from "../account-rhythm.ts";
import type { PortalFacts, StoredCheckIn } from "../facts.ts";
import { readContactsHeld, type ContactHeld } from "../read-contacts-made.ts";
import { readPortalFacts } from "../portal-facts.ts";
import { cardFactsOf, leadOf, managedUnderOf, managingOptionsOf } from "./card-facts.ts";
import type { Desk } from "./desk.ts";
import { openCheckInOf } from "./present-check-in.ts";
import { pointedKeys, readCompany, type CardCompany } from "./read-company.ts";
import { offeredFrom } from "./offered-contact.ts";
import { readWhole } from "./read-history.ts";

type Part = SummaryAnswer["unreadable"][number];

/** The account at a glance. Calls go side by side, two in a row. */
export async function summaryOf(desk: Desk, { companyId }: { companyId: string }): Promise<SummaryAnswer> {
  const { hubspot } = desk;
  const unreadable = new Set<Part>();
  const part = <T>(name: Part, reading: Promise<T>, otherwise: T): Promise<T> =>
    reading.catch((error: unknown) => {
      unreadable.add(name);
      desk.log.warn({ part: name, companyId, reason: String(error) }, "A part of the summary cannot be read");
      return otherwise;
    });
  const portalRead = readPortalFacts(desk);
  const heldRead = part(
    "doNext",
    portalRead.then((portal) => readContactsHeld(hubspot, [companyId], portal)),
    new Map<string, ContactHeld[]>(),
  );
  const [portal, read] = await Promise.all([portalRead, readCompany(desk, companyId)]);
  const { account, all } = read;
  const [checkIns, need, objective, held] = await Promise.all([
    part("checkIns", readWhole(hubspot, pointedKeys(account)), []),
    part("doNext", unservedNeed(hubspot, read), null),
    part("doNext", lateObjective(hubspot, read, portal), null),
    heldRead,
  ]);
  const open = openOnes(checkIns, portal);
  const offered = offeredFrom(held.get(companyId) ?? [], checkIns, readRhythm(account, portal).rhythm, portal);
  const facts: DoNextFacts = { all, portal, open, need, objective, offered: offered && { ...offered, people: [] } };
  return {
    ...cardFactsOf(desk, portal, account),
    unreadable: [...unreadable],
    isManaged: isManaged(all),
    type: all.am_account_type,
    tier: all.am_tier,
    leadManager: leadOf(account, portal),
    managedUnder: managedUnderOf(account),
    health: healthOf(all),
    revenue: revenueOf(desk, all, portal),
    nextCheckIn: open.find(({ state }) => state === "planned") ?? null,
    contract: contractOf(desk, all),
    doNext: doNextOf(facts, undecidedNotice(account)),
    managing: isManaged(all) ? null : managingOptionsOf(desk, portal, account),
  };
}

function openOnes(checkIns: readonly StoredCheckIn[], portal: PortalFacts): OpenCheckIn[] {
  return checkIns
    .flatMap((checkIn) => openCheckInOf(checkIn, (id) => portal.taskUrl(id)) ?? [])
    .sort((one, other) => (one.due < other.due ? -1 : 1));
}

interface DoNextFacts {
  all: AccountProperties;
  portal: PortalFacts;
  open: readonly OpenCheckIn[];
  need: { id: string; name: string } | null;
  objective: { id: string; name: string; due: OpenCheckIn["due"] } | null;
  offered: SummaryAnswer["doNext"] extends infer D
    ? D extends { kind: "confirm-contact"; contact: infer C }
      ? C | null
      : never
    : never;
}

/** A notice date or the end of a plan this near is something to do. */
const soonDays = 60;

/** The one thing to do now, in a written order: late, renewal, contact made, needs, objectives, who decides, the plan. */
function doNextOf(facts: DoNextFacts, noticeBy: OpenCheckIn["due"] | null): SummaryAnswer["doNext"] {
  const { all, portal, open, need, objective, offered } = facts;
  const overdue = open.find(({ state }) => state === "overdue");
  if (overdue) return { kind: "log-overdue", checkIn: overdue };
  if (noticeBy && daysUntil(portal, noticeBy) <= soonDays) return { kind: "decide-renewal", noticeBy };
  const answered = offered && open.find(({ key }) => key === offered.checkInKey);
  if (offered && answered) return { kind: "confirm-contact", contact: offered, checkIn: answered };
  const gaps = all.am_high_risk_gaps ?? 0;
  if (need && gaps > 0) return { kind: "serve-need", need: { ...need, url: null }, count: gaps };
  if (objective) {
    const { id, name, due } = objective;
    return { kind: "late-objective", objective: { id, name, url: null }, due };
  }
  if (isManaged(all) && all.am_economic_buyer_known === false) return { kind: "find-decision-maker" };
  return { kind: "nothing" };
}

function daysUntil({ today }: PortalFacts, date: string): number {
  return (Date.parse(date) - Date.parse(today)) / 86_400_000;
}

async function unservedNeed(hubspot: HubSpot, { account, all }: CardCompany) {
  if ((all.am_high_risk_gaps ?? 0) === 0) return null;
  for await (const page of hubspot.records(accountNeed).search({
    where: [
      [
        { property: "company_record_id", operator: "EQ", value: Number(account.id) },
        { property: "need_status", operator: "IN", values: openNeedStatuses },
        { property: "risk", operator: "EQ", value: "high" },
      ],
    ],
    properties: ["need_name", "initiatives"],
    limit: 50,
  })) {
    const unserved = page.find(({ properties }) => !properties.initiatives) ?? page[0];
    if (unserved) return { id: unserved.id, name: unserved.properties.need_name ?? unserved.id };
  }
  return null;
}

async function lateObjective(hubspot: HubSpot, { account, all }: CardCompany, { today }: PortalFacts) {
  if (all.am_plan_status !== "active" && all.am_plan_status !== "in_review") return null;
  for await (const page of hubspot.records(planObjective).search({
    where: [
      [
        { property: "company_record_id", operator: "EQ", value: Number(account.id) },
        { property: "objective_status", operator: "IN", values: openObjectiveStatuses },
        { property: "due_on", operator: "LT", value: today },
      ],
    ],
    properties: ["objective_name", "due_on"],
    sort: { by: "due_on" },
    limit: 1,
  })) {
    const [late] = page;
    if (late?.properties.due_on) {
      return { id: late.id, name: late.properties.objective_name ?? late.id, due: late.properties.due_on };
    }
  }
  return null;
}

function revenueOf(
  { currency, settings }: Desk,
  all: AccountProperties,
  { today }: PortalFacts,
): SummaryAnswer["revenue"] {
  const minor = (amount: number | null) => (amount === null ? null : minorOf(amount, currency));
  const goalMinor = minor(all.am_revenue_goal);
  const toDateMinor = minor(all.am_revenue_to_date);
  if (goalMinor === null && toDateMinor === null) return null;
  const period = periodOf("year", today, settings.fiscalYearStartMonth);
  const pace = toDateMinor === null ? null : paceOf(goalMinor, toDateMinor, elapsedShare(period, today));
  return {
    period: period.key,
    toDateMinor,
    goalMinor,
    attainmentPercent: all.am_goal_attainment,
    paceMinor: pace?.differenceMinor ?? null,
  };
}

function contractOf({ currency }: Desk, all: AccountProperties): SummaryAnswer["contract"] {
  const { am_contract_end: ends, am_notice_by: noticeBy, am_renewal_value: value, am_renewal_outlook: outlook } = all;
  if (!ends && !noticeBy) return null;
  return { ends, noticeBy, valueMinor: value === null ? null : minorOf(value, currency), outlook };
}

function healthOf(all: AccountProperties): SummaryAnswer["health"] {
  if (all.am_health_band === null) return null;
  const parts = scoreReasons.read(all.am_score_reasons)?.health.parts ?? [];
  const reasons = parts.flatMap(({ part, points, max }) => reasonOf(part, Math.round(points - max), all) ?? []);
  return { score: all.am_health_score, band: all.am_health_band, reasons };
}

/** What a part takes from the score, with the fact behind it that the company still shows. */
function reasonOf(
  part: (typeof healthParts.values)[number],
  points: number,
  all: AccountProperties,
): HealthReason | null {
  if (part === "relationship" && all.am_relationship !== null) return { part, points, strength: all.am_relationship };
  if (part === "satisfaction" && all.am_satisfaction !== null)
    return { part, points, percent: all.am_satisfaction, before: null };
  if (part === "attainment" && all.am_goal_attainment !== null)
    return { part, points, percent: all.am_goal_attainment };
  if (part === "check_ins")
    return { part: "check-ins", points, overdue: all.am_overdue_check_ins ?? 0, keptPercent: null };
  if (part === "needs") return { part, points, unmetHighRisk: all.am_unmet_high_risk_needs ?? 0 };
  if (part === "renewal" && all.am_notice_by !== null) return { part, points, noticeBy: all.am_notice_by };
  return null;
}
