import { z } from "zod";
import { needStatuses } from "../vocabulary/needs.ts";
import { needContent, needDeal, needDetails } from "./needs.ts";
import { plainDate, recordId, writeIntent } from "./shapes.ts";

const oneNeed = { ...writeIntent.shape, needKey: z.string().min(1) };
const reason = z.string().trim().min(1, "required").max(2_000, "too-long");

/** `POST /cards/needs/add`. `onceId` is made with the form: however often it is sent, it is one need. */
export const addNeed = z.object({
  ...writeIntent.shape,
  onceId: z.string().regex(/^[\w-]{8,64}$/, "not-valid"),
  /** A company of its family, whose need it is; left out: the company's own. */
  forCompanyId: recordId.optional(),
  ...needContent.shape,
});
export type AddNeed = z.infer<typeof addNeed>;

/**
 * `POST /cards/needs/edit`: only what differs between `before` (what the person saw) and `after` is written. A field that
 * somebody else changed meanwhile is a conflict (409; `found` is a `foundNeed`), and then nothing is written.
 */
export const editNeed = z.object({ ...oneNeed, before: needContent, after: needContent });
export type EditNeed = z.infer<typeof editNeed>;

/** What the person saw when they decided. Another status there now is a conflict. */
const decided = { ...oneNeed, expected: needStatuses.schema };

/** `POST /cards/needs/confirm`: it still holds today. */
export const confirmNeed = z.object(decided);
export type ConfirmNeed = z.infer<typeof confirmNeed>;

/** `POST /cards/needs/meet`: met, and how we know. */
export const meetNeed = z.object({ ...decided, metOn: plainDate, evidence: reason });
export type MeetNeed = z.infer<typeof meetNeed>;

/** `POST /cards/needs/drop`: no longer pursued, and why. */
export const dropNeed = z.object({ ...decided, reason });
export type DropNeed = z.infer<typeof dropNeed>;

/** `POST /cards/needs/reopen`: a need that was met or dropped is open again. */
export const reopenNeed = z.object(decided);
export type ReopenNeed = z.infer<typeof reopenNeed>;

/** `POST /cards/needs/link-deal`: the deal that this need opened; null takes the link away. */
export const linkDeal = z.object({ ...oneNeed, expectedDealId: recordId.nullable(), dealId: recordId.nullable() });
export type LinkDeal = z.infer<typeof linkDeal>;

/**
 * `POST /cards/needs/open-deal`: a new deal from the need, with its company and who voiced it. A need has one deal that
 * is open or won: asked again, by whomever, the answer is that deal.
 */
export const openDeal = z.object({
  ...oneNeed,
  name: z.string().trim().min(1, "required").max(200, "too-long"),
  /** In minor units of the portal's currency. */
  amountMinor: z.number().int().min(0, "out-of-range").nullable(),
  closesOn: plainDate.nullable(),
  pipelineId: z.string().min(1).nullable(),
});
export type OpenDeal = z.infer<typeof openDeal>;

/** A write that was done: the need as it stands now, and the deal it is tied to where the write touched one. */
export const needWritten = z.object({
  outcome: z.literal("saved"),
  need: needDetails.shape.need,
  deal: needDeal.nullable(),
});
export type NeedWritten = z.infer<typeof needWritten>;

/** `found` of a conflict over a need: what stands there now. `content` names only the fields in question. */
export const foundNeed = z.object({
  status: needStatuses.schema,
  dealId: recordId.nullable(),
  content: needContent.partial(),
});
export type FoundNeed = z.infer<typeof foundNeed>;
