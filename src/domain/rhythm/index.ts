export { dayWithRoom } from "./day-with-room.ts";
export * from "./defaults.ts";
export { describeRhythm } from "./describe-rhythm.ts";
export { contactCountsFrom, intervalDays, roomDays } from "./interval.ts";
export { parseRhythm, type RhythmText } from "./parse-rhythm.ts";
export {
  tighten,
  type DayOfMonth,
  type Nth,
  type Pattern,
  type Pause,
  type Rhythm,
  type Tightening,
} from "./rhythm.ts";
export { isPausedOn, slotAfter, slotOnOrAfter, slotsBetween } from "./slots.ts";
