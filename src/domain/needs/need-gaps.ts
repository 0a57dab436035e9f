import { addDays, type PlainDate } from "../calendar/plain-date.ts";
import type { Degree, NeedStatus } from "../vocabulary/needs.ts";
import { openNeedStatuses } from "../vocabulary/needs.ts";
import type { ObjectiveStatus } from "../vocabulary/plans.ts";
import type { DecisionRole } from "../vocabulary/people.ts";

export interface NeedStanding {
  key: string;
  status: NeedStatus;
  risk: Degree | null;
  /** When it was last made sure of, else first known. */
  knownOn: PlainDate;
  voicedBy: readonly string[];
}

export interface PersonStanding {
  id: string;
  decides: readonly DecisionRole[];
  hasLeft: boolean;
}

interface Standing<Need, Person> {
  needs: readonly Need[];
  people: readonly Person[];
  initiatives: readonly { needKey: string; status: ObjectiveStatus }[];
  today: PlainDate;
  staleAfterDays: number;
}

/** What is missing about an account's needs. */
export interface NeedGaps<Need, Person> {
  /** Open, of high risk, and no initiative serves them. */
  unserved: Need[];
  /** Open, and nobody has made sure of them for too long; the longest first. */
  stale: Need[];
  /** Who decides here, and no need of theirs is known. */
  unheard: Person[];
}

export function isOpenNeed(status: NeedStatus): boolean {
  return (openNeedStatuses as readonly NeedStatus[]).includes(status);
}

export function needGaps<Need extends NeedStanding, Person extends PersonStanding>({
  needs,
  people,
  initiatives,
  today,
  staleAfterDays,
}: Standing<Need, Person>): NeedGaps<Need, Person> {
  const open = needs.filter(({ status }) => isOpenNeed(status));
  // One that was dropped serves nobody; one that is done did.
  const served = new Set(initiatives.filter(({ status }) => status !== "dropped").map(({ needKey }) => needKey));
  const staleBefore = addDays(today, -staleAfterDays);
  // A need that was met was known; one that was dropped turned out to be none.
  const heard = new Set(needs.filter(({ status }) => status !== "dropped").flatMap(({ voicedBy }) => voicedBy));
  return {
    unserved: open.filter(({ key, risk }) => risk === "high" && !served.has(key)),
    stale: open
      .filter(({ knownOn }) => knownOn < staleBefore)
      .sort((one, other) => (one.knownOn < other.knownOn ? -1 : 1)),
    unheard: people.filter(({ id, decides, hasLeft }) => decides.length > 0 && !hasLeft && !heard.has(id)),
  };
}
