import * as parts from "./parts.ts";

/** Every text that a person reads on a card, in English. The other languages have the same keys by type. */
export const en = {
  ...parts.frame,
  ...parts.bulk,
  ...parts.summary,
  ...parts.managing,
  ...parts.checkIns,
  ...parts.logging,
  ...parts.needs,
  ...parts.serving,
  ...parts.plan,
  ...parts.families,
  ...parts.kpis,
  ...parts.planStart,
  ...parts.planFields,
  ...parts.planLife,
  ...parts.nextPlan,
  ...parts.planSnapshot,
  ...parts.planSuccess,
  ...parts.portfolio,
  ...parts.settings,
  ...parts.paper,
  ...parts.people,
  ...parts.deciders,
  ...parts.roadmap,
  ...parts.moves,
} as const;
