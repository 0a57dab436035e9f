/** What the form of an objective sends when only its name, day and need are filled in. */
export const emptyObjective = {
  description: null,
  needKey: null,
  ownerId: null,
  startsOn: null,
  measureWords: null,
  metric: null,
  measureStart: null,
  measureNow: null,
  measureTarget: null,
  progress: null,
  isInternal: false,
} as const;
