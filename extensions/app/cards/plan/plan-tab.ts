import type { PlanAnswer, PlanHead } from "@keyline/domain";

/** What every tab of the plan is given. */
export interface PlanTabProps {
  answer: PlanAnswer;
  /** The plan that is shown. */
  plan: PlanHead;
  /** False for those who only read, and for a closed plan. */
  canWrite: boolean;
  /** A write brought the card as it is now. */
  onWritten: (plan: PlanAnswer) => void;
}
