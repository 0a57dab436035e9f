export { teamFromText, teamMember, teamOfAccount, teamToText, type TeamMember } from "./team.ts";
export { workloads, type Workload } from "./workload.ts";
