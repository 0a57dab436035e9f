import { z } from "zod";
import { numberChange } from "../details/number-changes.ts";
import { renewalOutlooks } from "../vocabulary/accounts.ts";
import { currencyCode, plainDate, recordLink } from "./shapes.ts";

const amount = { amountMinor: z.number().int().nullable(), currency: currencyCode };

/** One thing that happened since the last check-in. A ticket that is open tells since when: how long is for who shows it. */
export const news = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("deal-won"), deal: recordLink, on: plainDate, ...amount }),
  z.object({ kind: z.literal("deal-lost"), deal: recordLink, on: plainDate, ...amount }),
  z.object({ kind: z.literal("deal-opened"), deal: recordLink, on: plainDate, ...amount }),
  z.object({ kind: z.literal("ticket-open"), ticket: recordLink, openedOn: plainDate }),
  z.object({ kind: z.literal("ticket-closed"), ticket: recordLink, on: plainDate }),
  numberChange.extend({ kind: z.literal("number-changed") }),
]);
export type News = z.infer<typeof news>;

/** One thing to ask about, most pressing first. `name` is the person's own words. */
export const question = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("renewal"), noticeBy: plainDate.nullable(), outlook: renewalOutlooks.schema.nullable() }),
  z.object({ kind: z.literal("need"), need: recordLink, isHighRisk: z.boolean(), isConfirmed: z.boolean() }),
  z.object({ kind: z.literal("objective"), objective: recordLink, due: plainDate.nullable() }),
  z.object({ kind: z.literal("obstacle"), obstacle: recordLink }),
]);
export type Question = z.infer<typeof question>;

/** `open` until somebody says otherwise; a recommendation `not_done` stays in the next brief. */
export const promiseState = z.enum(["open", "done", "not_done"]);

/** A recommendation or promise of an earlier check-in that is not carried out yet. */
export const promise = z.object({
  /** Unique within its check-in. */
  id: z.string(),
  checkInKey: z.string(),
  what: z.string(),
  who: z.string().nullable(),
  by: plainDate.nullable(),
  state: promiseState,
});
export type Promised = z.infer<typeof promise>;

/** Where news come from that a portal, or what the app may read there, can lack. */
export const newsSources = ["deals", "tickets"] as const;

/** What to know before the next conversation. `since` is the last one held; null when there was none. */
export const brief = z.object({
  since: plainDate.nullable(),
  /** The most telling ones; `moreNews` counts the others. */
  news: z.array(news),
  moreNews: z.number().int().min(0),
  /** These cannot be read here: no news of them does not mean that there is none. */
  unread: z.array(z.enum(newsSources)),
  askAbout: z.array(question),
  promised: z.array(promise),
});
export type Brief = z.infer<typeof brief>;
