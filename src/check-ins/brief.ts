import type { Brief, PlainDate, Question } from "@keyline/domain";
import { undecidedNotice } from "./account-rhythm.ts";
import type { Account, StoredCheckIn } from "./facts.ts";
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
  readonly today: PlainDate;
}

/** More than this nobody asks in one conversation. */
const mostQuestions = 7;
const mostPromises = 7;
/** Before a notice date the renewal leads the brief. */
const renewalWithinDays = 90;

/** What to know before the next conversation, most pressing first. */
export function briefFrom({ account, checkIns, needs, objectives, today }: BriefFacts): Brief {
  const askAbout = [
    ...renewalQuestions(account, today),
    ...[...needs].sort(byRisk).map(needQuestion),
    ...[...objectives].sort(byDue).map(objectiveQuestion),
  ];
  const promised = checkIns
    .filter(({ values }) => values.state === "held")
    .flatMap(({ values }) => promisedIn(values.check_in_key, values.recommendations))
    .filter(({ state }) => state !== "done")
    .sort(byPromise);
  return {
    since: account.properties.am_last_check_in,
    news: [],
    askAbout: askAbout.slice(0, mostQuestions),
    promised: promised.slice(0, mostPromises),
  };
}

function renewalQuestions(account: Account, today: PlainDate): Question[] {
  const noticeBy = undecidedNotice(account);
  if (!noticeBy || daysUntil(today, noticeBy) > renewalWithinDays) return [];
  return [{ kind: "renewal", noticeBy, outlook: account.properties.am_renewal_outlook }];
}

function needQuestion({ id, name, isHighRisk, isConfirmed }: NeedFacts): Question {
  return { kind: "need", need: { id, name, url: null }, isHighRisk, isConfirmed };
}

function objectiveQuestion({ id, name, isObstacle, due }: ObjectiveFacts): Question {
  const link = { id, name, url: null };
  return isObstacle ? { kind: "obstacle", obstacle: link } : { kind: "objective", objective: link, due };
}

function byRisk(one: NeedFacts, other: NeedFacts): number {
  return Number(other.isHighRisk) - Number(one.isHighRisk) || Number(one.isConfirmed) - Number(other.isConfirmed);
}

function byDue(one: ObjectiveFacts, other: ObjectiveFacts): number {
  return (one.due ?? "9999") < (other.due ?? "9999") ? -1 : 1;
}

function daysUntil(from: PlainDate, to: PlainDate): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
