import type { DecisionRole } from "../vocabulary/people.ts";

/** Without one of these nobody can say how the account decides, in the order in which their lack hurts. */
export const neededRoles = ["economic_buyer", "signatory", "champion"] as const satisfies readonly DecisionRole[];
export type NeededRole = (typeof neededRoles)[number];

interface Holder {
  readonly name: string;
  readonly roles: readonly DecisionRole[];
  /** No longer at the company: the role is open again. */
  readonly hasLeft: boolean;
}

/** A role that nobody at the company is known to play; `left` is who played it until they went. */
export interface RoleGap {
  readonly role: NeededRole;
  readonly left: string | null;
}

export function roleGaps(people: readonly Holder[]): RoleGap[] {
  return neededRoles.flatMap((role) => {
    const holders = people.filter(({ roles }) => roles.includes(role));
    if (holders.some(({ hasLeft }) => !hasLeft)) return [];
    return [{ role, left: holders[0]?.name ?? null }];
  });
}
