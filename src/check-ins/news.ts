import type { News, NumberChange, PlainDate } from "@keyline/domain";
import type { RecordUrl } from "../desk/index.ts";

/** A deal of the company, its dates on the portal's clock. */
export interface DealFacts {
  readonly id: string;
  readonly name: string;
  readonly standing: "open" | "won" | "lost";
  /** In the portal's currency; null without one that can be read. */
  readonly amountMinor: number | null;
  readonly openedOn: PlainDate;
  /** Of one that is open, when it is expected to close; null without a close date. */
  readonly closesOn: PlainDate | null;
}

export interface TicketFacts {
  readonly id: string;
  readonly name: string;
  readonly isClosed: boolean;
  readonly openedOn: PlainDate;
  readonly closedOn: PlainDate | null;
}

export interface NewsFacts {
  readonly deals: readonly DealFacts[];
  readonly tickets: readonly TicketFacts[];
  readonly numbers: readonly NumberChange[];
}

/** What news are told of, and how. */
export interface NewsContext {
  /** What happened on this day or later is news. */
  readonly from: PlainDate;
  readonly today: PlainDate;
  readonly currency: string;
  readonly recordUrl: RecordUrl;
}

/** More than these nobody keeps in mind on the way into a conversation. */
const mostNews = 7;
/** One kind does not crowd out the others: so many of each come first. */
const mostOfKind = 3;

/** The kinds in the order in which they are told: what one is glad or sorry about, what hurts, what moved, what begins. */
const kinds = ["deal-won", "deal-lost", "ticket-open", "number-changed", "deal-opened", "ticket-closed"] as const;

/**
 * What happened since the last check-in: deals the latest first, the larger one of a day before the smaller; tickets that
 * are open the oldest first, also those from before; numbers that are others now. `moreNews` counts what is not told.
 */
export function newsFrom(facts: NewsFacts, context: NewsContext): { news: News[]; moreNews: number } {
  const found = [
    ...dealNews(facts.deals, context),
    ...ticketNews(facts.tickets, context),
    ...numberNews(facts.numbers),
  ];
  const told = kinds.flatMap((kind) => found.filter((item) => item.kind === kind));
  const first = kinds.flatMap((kind) => told.filter((item) => item.kind === kind).slice(0, mostOfKind));
  const chosen = new Set([...new Set([...first, ...told])].slice(0, mostNews));
  return { news: told.filter((item) => chosen.has(item)), moreNews: told.length - chosen.size };
}

function dealNews(deals: readonly DealFacts[], { from, today, currency, recordUrl }: NewsContext): News[] {
  const isNews = (on: PlainDate | null): on is PlainDate => on !== null && on >= from && on <= today;
  return [...deals].sort(byDayAndAmount).flatMap((deal): News[] => {
    const { id, name, standing, amountMinor } = deal;
    const on = dayOf(deal);
    if (!isNews(on)) return [];
    const kind = standing === "open" ? "deal-opened" : standing === "won" ? "deal-won" : "deal-lost";
    return [{ kind, deal: { id, name, url: recordUrl("deals", id) }, on, amountMinor, currency }];
  });
}

/** The day that makes it news. */
function dayOf({ standing, openedOn, closesOn }: DealFacts): PlainDate | null {
  return standing === "open" ? openedOn : closesOn;
}

function byDayAndAmount(one: DealFacts, other: DealFacts): number {
  const [day, otherDay] = [dayOf(one) ?? "", dayOf(other) ?? ""];
  if (day !== otherDay) return day < otherDay ? 1 : -1;
  return (other.amountMinor ?? 0) - (one.amountMinor ?? 0) || Number(one.id) - Number(other.id);
}

function ticketNews(tickets: readonly TicketFacts[], { from, today, recordUrl }: NewsContext): News[] {
  return [...tickets].sort(byOpened).flatMap(({ id, name, isClosed, openedOn, closedOn }): News[] => {
    const ticket = { id, name, url: recordUrl("tickets", id) };
    if (!isClosed) return [{ kind: "ticket-open", ticket, openedOn }];
    if (closedOn === null || closedOn < from || closedOn > today) return [];
    return [{ kind: "ticket-closed", ticket, on: closedOn }];
  });
}

function byOpened(one: TicketFacts, other: TicketFacts): number {
  if (one.openedOn !== other.openedOn) return one.openedOn < other.openedOn ? -1 : 1;
  return Number(one.id) - Number(other.id);
}

function numberNews(numbers: readonly NumberChange[]): News[] {
  return numbers.map((change) => ({ kind: "number-changed", ...change }));
}
