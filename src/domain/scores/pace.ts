/** Within this share of the goal, revenue is where it should be. */
const tolerance = 0.02;

export interface Pace {
  pace: "ahead" | "on" | "behind";
  /** Revenue less what the straight line asks for by now; negative when behind. */
  differenceMinor: number;
}

/** Revenue against the straight line from nothing to the goal. Null when there is no goal. Whole minor units. */
export function paceOf(goalMinor: number | null, actualMinor: number, elapsedShare: number): Pace | null {
  if (goalMinor === null || goalMinor <= 0) return null;
  const differenceMinor = actualMinor - Math.round(goalMinor * elapsedShare);
  if (Math.abs(differenceMinor) <= goalMinor * tolerance) return { pace: "on", differenceMinor };
  return { pace: differenceMinor > 0 ? "ahead" : "behind", differenceMinor };
}
