export { planTeam, teamMember, teamOfAccount, type TeamMember } from "./team.ts";
export { workloads, type Workload } from "./workload.ts";
export { mayEdit, type ChargedWith } from "./may-edit.ts";
