import { z } from "zod";
import { jsonText } from "../details/json-text.ts";
import { teamRoles, type TeamRole } from "../vocabulary/people.ts";

export const teamMember = z.object({
  ownerId: z.string().regex(/^\d+$/, "Must be a HubSpot owner id"),
  role: teamRoles.schema,
  /** What this person does for the account, in their own words. */
  duty: z.string().max(500).optional(),
  /** Planned over the plan's period. */
  hours: z.number().min(0).optional(),
});
export type TeamMember = z.output<typeof teamMember>;

/** The team of a plan (`team_roles`). */
export const planTeam = jsonText("team_roles", z.array(teamMember));

/** Who a company itself names: lead, further managers and sponsor; each person once, in the role that weighs most. */
export function teamOfAccount(account: {
  am_lead_manager: string | null;
  am_team: string[] | null;
  am_executive_sponsor: string | null;
}): TeamMember[] {
  const members = new Map<string, TeamRole>();
  const add = (ownerId: string | null, role: TeamRole) => {
    if (ownerId !== null && !members.has(ownerId)) members.set(ownerId, role);
  };
  add(account.am_lead_manager, "lead_manager");
  add(account.am_executive_sponsor, "executive_sponsor");
  for (const ownerId of account.am_team ?? []) add(ownerId, "account_manager");
  return [...members].map(([ownerId, role]) => ({ ownerId, role }));
}
