import type { PlanPeriod } from "@keyline/domain";
import { periodText, type Host } from "@keyline/ui";

/** "Plan 2026"; a plan without a period goes by its own name. */
export function planName({ period, name }: Pick<PlanPeriod, "period"> & { name?: string }, host: Host): string {
  return period ? host.say("planTitle", { period: periodText(period, host) }) : (name ?? "");
}
