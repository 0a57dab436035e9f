import { z } from "zod";
import { Problem } from "../problem.ts";
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

/**
 * Reads the team as a plan keeps it (`team_roles`, JSON).
 * @throws Problem `invalid-input` when the text is no team
 */
export function teamFromText(text: string | null): TeamMember[] {
  if (!text?.trim()) return [];
  try {
    return z.array(teamMember).parse(JSON.parse(text));
  } catch (cause) {
    throw new Problem("invalid-input", "The team of this plan cannot be read. Save the team again.", {
      words: {
        en: "The team of this plan cannot be read. Save it again.",
        ar: "تعذّرت قراءة فريق هذه الخطة. احفظه من جديد.",
      },
      fields: [{ path: "team_roles", message: "Must be JSON of owner and role" }],
      cause,
    });
  }
}

export function teamToText(team: readonly TeamMember[]): string {
  return JSON.stringify(team);
}

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
