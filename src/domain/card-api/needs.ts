import { z } from "zod";
import { degrees, needKinds, needSources, needStatuses } from "../vocabulary/needs.ts";
import { objectiveStatuses } from "../vocabulary/plans.ts";
import { decisionRoles } from "../vocabulary/people.ts";
import { cardFacts, companyQuery, person, plainDate, recordId, recordLink, utcMoment } from "./shapes.ts";

/** One need as the list shows it; its long texts come with `GET /cards/needs/one`. */
export const needRow = z.object({
  id: recordId,
  key: z.string(),
  /** The company of the family that it belongs to; null: the one that was asked for. */
  companyId: recordId.nullable(),
  name: z.string(),
  status: needStatuses.schema,
  kind: needKinds.schema.nullable(),
  priority: degrees.schema.nullable(),
  risk: degrees.schema.nullable(),
  source: needSources.schema.nullable(),
  /** Contacts who voiced it, the first of them first. */
  voicedBy: z.array(recordId),
  voicedOn: plainDate.nullable(),
  /** When somebody last made sure of it; without that, when it was voiced or written down. */
  knownOn: plainDate,
  confirmedOn: plainDate.nullable(),
  dealId: recordId.nullable(),
  /** Met or dropped on. */
  endedOn: plainDate.nullable(),
});
export type NeedRow = z.infer<typeof needRow>;

/** A contact of the company, or of its family, who may have voiced a need. */
export const needPerson = z.object({
  id: recordId,
  companyId: recordId.nullable(),
  name: z.string(),
  title: z.string().nullable(),
  /** What this person decides; empty for one who does not. */
  decides: z.array(decisionRoles.schema),
  hasLeft: z.boolean(),
});
export type NeedPerson = z.infer<typeof needPerson>;

/** A deal of the company, or of its family. Money in minor units of the answer's currency. */
export const needDeal = recordLink.extend({
  companyId: recordId.nullable(),
  isOpen: z.boolean(),
  isWon: z.boolean(),
  amountMinor: z.number().int().nullable(),
});
export type NeedDeal = z.infer<typeof needDeal>;

/** An initiative that serves a need. */
export const needInitiative = recordLink.extend({
  needKey: z.string(),
  status: objectiveStatuses.schema,
  due: plainDate.nullable(),
});
export type NeedInitiative = z.infer<typeof needInitiative>;

/** Parts that are read apart; one that failed is named, and the rest of the card still shows. */
export const needParts = ["contacts", "deals", "objectives", "owners", "family"] as const;

/**
 * The answer of `GET /cards/needs`: every need of the company, those met and dropped included; where it manages its family,
 * of every company of it.
 */
export const needsAnswer = z.object({
  ...cardFacts,
  unreadable: z.array(z.enum(needParts)),
  managedUnder: person.nullable(),
  /** The companies that this one manages with itself, by name. */
  family: z.array(person),
  needs: z.array(needRow),
  /** So many older needs of the family are not among them: they are on their own companies' cards. */
  leftOut: z.number().int(),
  people: z.array(needPerson),
  /** The company's newest deals, to name them and to choose from. */
  deals: z.array(needDeal),
  initiatives: z.array(needInitiative),
  /** Who may be made responsible for an initiative: owners that are still here. */
  owners: z.array(person),
  leadManagerId: recordId.nullable(),
  /** Pipelines in which a deal can be opened, the usual one first. */
  pipelines: z.array(z.object({ id: z.string(), label: z.string() })),
  /** After so many days a need that nobody made sure of is said to be stale. */
  staleAfterDays: z.number().int(),
});
export type NeedsAnswer = z.infer<typeof needsAnswer>;

/** `GET /cards/needs/one`. */
export const needQuery = companyQuery.extend({ needKey: z.string().min(1) });

const text = z.string().trim().max(5_000, "too-long");

/** What a person writes about a need. Spaces around a text are none of it. */
export const needContent = z.object({
  name: z.string().trim().min(1, "required").max(200, "too-long"),
  kind: needKinds.schema.nullable(),
  priority: degrees.schema.nullable(),
  risk: degrees.schema.nullable(),
  source: needSources.schema.nullable(),
  what: text.nullable(),
  why: text.nullable(),
  evidence: text.nullable(),
  voicedById: recordId.nullable(),
  voicedOn: plainDate.nullable(),
});
export type NeedContent = z.infer<typeof needContent>;

/** What the history of a need tells of; each names a property of the object. */
export const needHistoryFields = [
  "need_name",
  "need_status",
  "priority",
  "risk",
  "need_source",
  "need_kind",
  "what",
  "why",
  "evidence",
  "voiced_by_contact_id",
  "voiced_on",
  "last_confirmed_on",
  "opened_deal_id",
  "met_evidence",
  "drop_reason",
] as const;
export type NeedHistoryField = (typeof needHistoryFields)[number];

/** What changed at one moment. Values are HubSpot's text; empty is none. `by` where HubSpot knows the person. */
export const needChange = z.object({
  at: utcMoment,
  by: z.string().nullable(),
  isFirst: z.boolean(),
  changes: z.array(z.object({ field: z.enum(needHistoryFields), before: z.string(), after: z.string() })),
});
export type NeedChange = z.infer<typeof needChange>;

export const needDetails = z.object({
  need: needRow,
  content: needContent,
  metEvidence: z.string().nullable(),
  dropReason: z.string().nullable(),
  /** Latest first; null where it could not be read. */
  history: z.array(needChange).nullable(),
});
export type NeedDetails = z.infer<typeof needDetails>;
