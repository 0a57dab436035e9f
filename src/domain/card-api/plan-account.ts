import { z } from "zod";
import { renewalOutlooks } from "../vocabulary/accounts.ts";
import { priorityParts } from "../vocabulary/scores.ts";
import { planWrite } from "./plan-write.ts";
import { plainDate } from "./shapes.ts";

const amountMinor = z.number().int().min(0, "out-of-range").nullable();
const line = z.string().max(300, "too-long").nullable();

/** A factor as it is judged: 1 to 5, and why in one line. */
export const judgedFactor = z.object({
  value: z.number().int().min(1, "out-of-range").max(5, "out-of-range").nullable(),
  reason: line,
});
export type JudgedFactor = z.infer<typeof judgedFactor>;

/** What the plan shows of the company itself, and lets people fill in: profile, six judged factors, contract. */
export const accountValues = z.object({
  industry: line,
  employees: z.number().int().min(0, "out-of-range").nullable(),
  city: line,
  country: line,
  annualRevenueMinor: amountMinor,
  competition: judgedFactor,
  relationship: judgedFactor,
  resources: judgedFactor,
  growth_potential: judgedFactor,
  partnership_potential: judgedFactor,
  financial_health: judgedFactor,
  contractEnds: plainDate.nullable(),
  noticeBy: plainDate.nullable(),
  renewalMinor: amountMinor,
  outlook: renewalOutlooks.schema.nullable(),
});
export type AccountValues = z.infer<typeof accountValues>;

export const accountEdit = accountValues.partial();
export type AccountEdit = z.infer<typeof accountEdit>;

/** `POST /cards/plan/account`: as `editPlan`, for what stands on the company. `found` of a conflict is an `accountEdit`. */
export const editAccount = z.object({ ...planWrite, expected: accountEdit, wanted: accountEdit });
export type EditAccount = z.infer<typeof editAccount>;

/** How much the account deserves our time, with what each factor adds. */
export const prioritySection = z.object({
  score: z.number().min(0).max(100).nullable(),
  parts: z.array(z.object({ part: priorityParts.schema, points: z.number(), max: z.number() })),
  missing: z.array(priorityParts.schema),
});
export type PrioritySection = z.infer<typeof prioritySection>;
