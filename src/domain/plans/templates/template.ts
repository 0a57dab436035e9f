import type { AccountType } from "../../vocabulary/accounts.ts";
import type { MetricName } from "../../vocabulary/metrics.ts";
import type { ObjectiveKind, ReviewRhythm } from "../../vocabulary/plans.ts";
import type { Words } from "../../words.ts";

/** One objective or milestone that a template brings. */
export interface TemplateLine {
  /** Part of the record's key, so that a plan made twice is one plan: never change one. */
  readonly id: string;
  readonly kind: Extract<ObjectiveKind, "objective" | "milestone">;
  readonly name: Words;
  readonly description?: Words;
  /**
   * When it is due: a share of the period, 0 its first day and 1 its last; or the account's notice date (else the end of
   * its contract), and then only where that falls into the period.
   */
  readonly due: number | "renewal";
  /** What moves when it succeeds; the target is the account's, else its type's. */
  readonly metric?: MetricName;
}

/** What a plan for one type of account starts with. The rhythm of check-ins and the targets are the portal's settings. */
export interface PlanTemplate {
  readonly type: AccountType;
  /** In a sentence: for which account, and how deep the plan goes. */
  readonly about: Words;
  readonly period: "quarter" | "year";
  readonly reviews: ReviewRhythm;
  /** Whom to tell, and how: a start that people change. */
  readonly whoIsTold: Words;
  readonly lines: readonly TemplateLine[];
}
