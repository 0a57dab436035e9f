export { readDecidesAt, writeDecidesAt, type DecidesAt } from "./decides-at.ts";
export { neededRoles, roleGaps, type NeededRole, type RoleGap } from "./gaps.ts";
export { goesInCircle, reportingLines, type Reporting, type ReportingLine } from "./reporting-lines.ts";
export { rolesInOrder, roleOfLabel, rolesHere, rolesInAll, type KnownRoles } from "./roles.ts";
export { lastTalk, silentDays } from "./talks.ts";
