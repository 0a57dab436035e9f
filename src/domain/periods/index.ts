export { describePeriod } from "./describe-period.ts";
export { containsDate, containsMoment, elapsedShare, momentsOf, stageOf } from "./moments.ts";
export { nextPeriod, parsePeriod, periodOf, periodsUpTo, previousPeriod, type Period } from "./period.ts";
