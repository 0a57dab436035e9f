import { z } from "zod";
import { languages } from "../words.ts";
import { companyQuery } from "./shapes.ts";

/** Whom a printed plan is for: us, or the customer's board. */
export const paperAudiences = ["inside", "customer"] as const;
export type PaperAudience = (typeof paperAudiences)[number];

/** `GET /cards/plan/print-links`. `language` is the paper's; without it, the reader's own. */
export const printLinksQuery = companyQuery.extend({
  planKey: z.string().min(1).max(200),
  language: z.enum(languages).optional(),
});

/** Pages that open without a login for so long: the signature in each address names what it shows, and to whom. */
export const printLinksAnswer = z.object({ inside: z.url(), customer: z.url(), goodForSeconds: z.number().int() });
export type PrintLinksAnswer = z.infer<typeof printLinksAnswer>;

/** `GET /cards/check-ins/calendar-link`. */
export const calendarLinkQuery = companyQuery;

/** A file for any calendar (RFC 5545), to be loaded for so long. */
export const calendarLinkAnswer = z.object({ url: z.url(), goodForSeconds: z.number().int() });
