/** An initiative that serves a need. */
export const serving = {
  needsPlanFor: { one: "For which need ({count} left)", other: "For which need ({count} left)" },
  needsPlanned: "Every high-risk need has an initiative now.",
  needServe: "Plan an initiative",
  needServed: "The initiative is on the roadmap.",
  needInitiative: "Initiative",
  needInitiativeHelp: "What we do so that they get there",
  needInitiativeDue: "Done by",
  needInitiativeOwner: "Who does it",
  needInitiativeMeasure: "How we will know",
  needInitiativeSave: "Put it on the roadmap",
} as const;
