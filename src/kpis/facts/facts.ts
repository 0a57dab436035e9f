import type { NeedStatus, Period, PlainDate, PlanStatus, SignalKind } from "@keyline/domain";
import type { KeptPromise } from "./kept-promises.ts";

export interface DealFacts {
  id: string;
  standing: "open" | "won" | "lost";
  /** Null: HubSpot has no amount, or none that can be read. */
  amountMinor: number | null;
  /** In milliseconds since 1970; null without a close date. */
  closedAt: number | null;
  createdAt: number;
  /** HubSpot's deal type; null without one. */
  dealType: string | null;
  pipelineId: string | null;
  stageId: string | null;
  /** When somebody last changed it, in milliseconds since 1970. */
  modifiedAt: number;
}

/** The products of deals by deal id; a deal without any from the library is not in it. */
export type ProductsByDeal = ReadonlyMap<string, ReadonlySet<string>>;

export interface TicketFacts {
  id: string;
  isClosed: boolean;
  closedAt: number | null;
  createdAt: number;
}

export interface AnswerFacts {
  id: string;
  kind: "satisfaction" | "nps";
  value: number;
  isSatisfied: boolean;
  at: number;
}

export interface SignalFacts {
  id: string;
  kind: SignalKind;
  happenedOn: PlainDate;
}

export interface CheckInFacts {
  id: string;
  state: string;
  dueOn: PlainDate;
  heldOn: PlainDate | null;
  /** The last day on which it still counts as kept. */
  keptUntil: PlainDate;
  promises: readonly KeptPromise[];
}

export interface NeedFacts {
  id: string;
  status: NeedStatus;
  openedOn: PlainDate;
  endedOn: PlainDate | null;
  isHighRisk: boolean;
  hasInitiative: boolean;
}

export interface PlanFacts {
  id: string;
  status: PlanStatus;
  startsOn: PlainDate | null;
  endsOn: PlainDate | null;
  /** In major units, as HubSpot keeps it. */
  goal: number | null;
  touchedOn: PlainDate;
}

/** All that the numbers of one account are computed from. Null: this portal gives no such records. */
export interface Facts {
  deals: readonly DealFacts[];
  /** Deals that this company brought in. */
  referredDeals: readonly DealFacts[];
  products: ProductsByDeal | null;
  tickets: readonly TicketFacts[] | null;
  answers: readonly AnswerFacts[] | null;
  signals: readonly SignalFacts[];
  checkIns: readonly CheckInFacts[];
  needs: readonly NeedFacts[];
  plans: readonly PlanFacts[];
  /** Null: this portal gives no contacts. */
  isEconomicBuyerKnown: boolean | null;
}

/** A period on a portal's clock: its moments in milliseconds, `until` being the first one after it. */
export interface Span {
  period: Period;
  stage: "ahead" | "running" | "over";
  from: number;
  until: number;
  today: PlainDate;
  before: { from: number; until: number };
}
