import { z } from "zod";
import { accountTypes, tiers } from "../vocabulary/accounts.ts";
import { rhythmNames } from "../vocabulary/check-ins.ts";
import { languages } from "../words.ts";
import { person, recordId, recordLink } from "./shapes.ts";

const count = z.number().int().min(0);

export const bulkFields = ["type", "tier", "rhythm", "lead", "team"] as const;
export type BulkField = (typeof bulkFields)[number];

/** What many accounts get at once; null and none leave a thing as it is. */
export const bulkChanges = z.object({
  type: accountTypes.schema.nullable(),
  tier: tiers.schema.nullable(),
  /** `by-type`: what the settings give the account's type. An own interval has a rule of its own and is no bulk matter. */
  rhythm: z.enum(["by-type", ...rhythmNames.values.filter((name) => name !== "own")], "choose-one").nullable(),
  leadManagerId: recordId.nullable(),
  /** Added to the team that stands. */
  teamIds: z.array(recordId).max(20, "too-many"),
  /** Whether something else that is set already gives way. */
  overwrite: z.boolean(),
});
export type BulkChanges = z.infer<typeof bulkChanges>;

const asked = z.object({
  idempotencyKey: z.string().min(8).max(128),
  recordIds: z.array(recordId).min(1).max(10_000, "too-many"),
  changes: bulkChanges,
});

/** `POST /cards/bulk/preview`: what would change; writes nothing. */
export const bulkPreview = asked;
/** `POST /cards/bulk/start`: begins; the same key again begins nothing new. */
export const bulkStart = asked;
export type BulkAsked = z.output<typeof asked>;

export const bulkPreviewed = z.object({
  companies: count,
  /** Companies that something changes for; those that stand so already; those that are no longer in HubSpot. */
  toChange: count,
  same: count,
  gone: count,
  /** Those that the portal's rule lets others change. */
  notAllowed: count,
  fields: z.array(z.object({ field: z.enum(bulkFields), change: count, same: count, overwrite: count, kept: count })),
  /** Values that give way, at most a hundred; `overwriteCount` is all of them. */
  overwritten: z.array(z.object({ company: recordLink, field: z.enum(bulkFields), from: z.string(), to: z.string() })),
  overwriteCount: count,
});
export type BulkPreviewed = z.infer<typeof bulkPreviewed>;

export const bulkStarted = z.object({ id: z.string() });

/** `GET /cards/bulk/progress`. */
export const bulkProgressQuery = z.object({ id: z.string().min(8).max(128), lang: z.enum(languages).default("en") });
export const bulkProgress = z.object({
  state: z.enum(["waiting", "running", "done"]),
  total: count,
  done: count,
  changed: count,
  same: count,
  /** Each that did not go through, with the reason in the language of who asks. */
  failed: z.array(z.object({ company: recordLink, reason: z.string() })),
});
export type BulkProgress = z.infer<typeof bulkProgress>;

/** `GET /cards/bulk/options`. */
export const bulkOptionsQuery = z.object({ lang: z.enum(languages).default("en") });
export const bulkOptions = z.object({ owners: z.array(person) });
