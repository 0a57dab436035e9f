import {
  addDays,
  daysBetween,
  latestDate,
  numberChanges,
  Problem,
  type Brief,
  type NumberChange,
  type PlainDate,
  type Question,
} from "@keyline/domain";
import type { RecordUrl } from "../desk/index.ts";
import { undecidedNotice } from "./account-rhythm.ts";
import type { Account, PortalFacts, StoredCheckIn } from "./facts.ts";
import { newsFrom, type DealFacts, type TicketFacts } from "./news.ts";
import { byPromise, promisedIn } from "./promises.ts";

/** One open need of a company. */
export interface NeedFacts {
  readonly id: string;
  readonly companyId: string;
  readonly name: string;
  readonly isHighRisk: boolean;
  readonly isConfirmed: boolean;
}

/** One objective that is not done, or one obstacle that stands. */
export interface ObjectiveFacts {
  readonly id: string;
  readonly companyId: string;
  readonly name: string;
  readonly isObstacle: boolean;
  readonly due: PlainDate | null;
}

export interface BriefFacts {
  readonly account: Account;
  readonly checkIns: readonly StoredCheckIn[];
  readonly needs: readonly NeedFacts[];
  readonly objectives: readonly ObjectiveFacts[];
  /** Null where this portal gives none. */
  readonly deals: readonly DealFacts[] | null;
  readonly tickets: readonly TicketFacts[] | null;
  readonly portal: Pick<PortalFacts, "today" | "currency" | "recordUrl">;
}

/** More than this nobody asks in one conversation. */
const mostQuestions = 7;
const mostPromises = 7;
/** Before a notice date the renewal leads the brief. */
const renewalWithinDays = 90;
/** How far back news go where nobody has been spoken with yet. */
const firstNewsDays = 90;

/** What to know before the next conversation, most pressing first. */
export function briefFrom({ account, checkIns, needs, objectives, deals, tickets, portal }: BriefFacts): Brief {
  const { recordUrl, today } = portal;
  const held = checkIns.filter(({ values }) => values.state === "held");
  const heldOn = held.flatMap(({ values }) => values.held_on ?? []);
  const since = latestDate([account.properties.am_last_check_in ?? [], heldOn].flat());
  const facts = { deals: deals ?? [], tickets: tickets ?? [], numbers: changedNumbers(account, since) };
  const askAbout = [
    ...renewalQuestions(account, today),
    ...[...needs].sort(byRisk).map((need) => needQuestion(need, recordUrl)),
    ...[...objectives].sort(byDue).map((objective) => objectiveQuestion(objective, recordUrl)),
  ];
  const promised = held
    .flatMap(({ values }) => promisedIn(values.check_in_key, values.recommendations))
    .filter(({ state }) => state !== "done")
    .sort(byPromise);
  return {
    since,
    ...newsFrom(facts, { ...portal, from: since ?? addDays(today, -firstNewsDays) }),
    unread: [...(deals ? [] : (["deals"] as const)), ...(tickets ? [] : (["tickets"] as const))],
    askAbout: askAbout.slice(0, mostQuestions),
    promised: promised.slice(0, mostPromises),
  };
}

function renewalQuestions(account: Account, today: PlainDate): Question[] {
  const noticeBy = undecidedNotice(account);
  if (!noticeBy || daysBetween(today, noticeBy) > renewalWithinDays) return [];
  return [{ kind: "renewal", noticeBy, outlook: account.properties.am_renewal_outlook }];
}

/** What the recalculation has written, where it is about this last check-in and nobody has spoilt it. */
function changedNumbers({ properties }: Account, since: PlainDate | null): readonly NumberChange[] {
  try {
    const told = numberChanges.read(properties.am_number_changes);
    return told && told.since === since ? told.numbers : [];
  } catch (problem) {
    if (problem instanceof Problem) return [];
    throw problem;
  }
}

function needQuestion({ id, name, isHighRisk, isConfirmed }: NeedFacts, recordUrl: RecordUrl): Question {
  return { kind: "need", need: { id, name, url: recordUrl("account_need", id) }, isHighRisk, isConfirmed };
}

function objectiveQuestion({ id, name, isObstacle, due }: ObjectiveFacts, recordUrl: RecordUrl): Question {
  const link = { id, name, url: recordUrl("plan_objective", id) };
  return isObstacle ? { kind: "obstacle", obstacle: link } : { kind: "objective", objective: link, due };
}

function byRisk(one: NeedFacts, other: NeedFacts): number {
  return Number(other.isHighRisk) - Number(one.isHighRisk) || Number(one.isConfirmed) - Number(other.isConfirmed);
}

function byDue(one: ObjectiveFacts, other: ObjectiveFacts): number {
  return (one.due ?? "9999") < (other.due ?? "9999") ? -1 : 1;
}
