import { z } from "zod";
import { selectionParts } from "../vocabulary/scores.ts";
import { languages } from "../words.ts";
import { pageFacts } from "./portfolio.ts";
import { person, recordId, recordLink } from "./shapes.ts";

const count = z.number().int().min(0);

/** `GET /cards/portfolio/choices`: companies that nobody manages yet, the best to choose first. */
export const choicesQuery = z.object({
  lang: z.enum(languages).default("en"),
  page: z.coerce.number().int().min(1).default(1).catch(1),
  /** A company that was just taken on: HubSpot's search does not know of it yet. */
  seen: recordId.optional(),
});
export type ChoicesQuery = z.output<typeof choicesQuery>;

/** What a part of the score gives, of how much it could, and why, in the language of who asks. */
const reason = z.object({ part: selectionParts.schema, points: z.number(), max: z.number(), text: z.string() });

export const companyToChoose = z.object({
  company: recordLink,
  /** 0 to 100; null while nobody has judged the company. */
  score: z.number().nullable(),
  reasons: z.array(reason),
  /** What nobody knows, and the score leaves out. */
  missing: z.array(selectionParts.schema),
  /** Won deals of the last twelve months in whole minor units; null for a company that never had a deal. */
  revenueMinor: z.number().int().nullable(),
  owner: person.nullable(),
});
export type CompanyToChoose = z.infer<typeof companyToChoose>;

const framed = { ...pageFacts, unreadable: z.array(z.enum(["revenue"])) };

export const choicesPreparing = z.object({ ...framed, state: z.literal("preparing") });
export const choicesReady = z.object({
  ...framed,
  state: z.literal("ready"),
  rows: z.array(companyToChoose),
  page: z.number().int().min(1),
  total: count,
  /** True when HubSpot has more unmanaged companies with deals than were looked at. */
  isCut: z.boolean(),
});

/** The answer of `GET /cards/portfolio/choices`; `asOf` is when the companies were read. */
export const choicesAnswer = z.discriminatedUnion("state", [choicesPreparing, choicesReady]);
export type ChoicesAnswer = z.infer<typeof choicesAnswer>;
