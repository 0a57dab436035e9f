export { isOpenNeed, needGaps, type NeedGaps, type NeedStanding, type PersonStanding } from "./need-gaps.ts";
