import type { Call } from "./call.ts";
import { remember } from "./remember.ts";
import type { Request } from "./request.ts";
import { apiVersion } from "./version.ts";

/** Someone who can own records. Owners come from users and cannot be created; leavers stay, archived. */
export interface Owner {
  id: string;
  /** Not the owner id; null for owners without a user. */
  userId: string | null;
  email: string | null;
  name: string;
  teams: { id: string; name: string; isPrimary: boolean }[];
  hasLeft: boolean;
}

/** A user's own settings; HubSpot has them only where the person or the HR import filled them. */
export interface User {
  /** The record's id, not the user id. */
  id: string;
  userId: string | null;
  email: string | null;
  timeZone: string | null;
  language: string | null;
  /** HubSpot's JSON, as it is. */
  workingHours: string | null;
  managerUserId: string | null;
  isDeactivated: boolean;
}

export interface People {
  /** All owners, those who left included; remembered for a minute. */
  owners(): Promise<Owner[]>;
  users(): Promise<User[]>;
  forget(): void;
}

const rememberMs = 60_000;

/** Spec: PublicOwner. */
interface WireOwner {
  id: string;
  userId?: number | null;
  userIdIncludingInactive?: number | null;
  email?: string | null;
  firstName?: string | null;
  lastName?: string | null;
  teams?: { id: string; name: string; primary: boolean }[];
  archived?: boolean;
}

interface WirePage<T> {
  results: T[];
  paging?: { next?: { after: string } };
}

const userProperties = [
  "hs_internal_user_id",
  "hs_email",
  "hs_standard_time_zone",
  "hs_working_hours",
  "hs_manager",
  "hs_secondary_user_language_proficiency",
  "hs_deactivated",
];

export function openPeople(request: Request, withPriority: Pick<Call, "priority">, now: () => number): People {
  const owners = remember<Owner[]>(rememberMs, now);
  const users = remember<User[]>(rememberMs, now);

  async function pages<T>(path: string, query: NonNullable<Call["query"]>): Promise<T[]> {
    const found: T[] = [];
    let after: string | undefined;
    do {
      const page: WirePage<T> = await request<WirePage<T>>({
        method: "GET",
        path,
        query: { ...query, after },
        ...withPriority,
      });
      found.push(...page.results);
      after = page.paging?.next?.after;
    } while (after !== undefined);
    return found;
  }

  return {
    owners: () =>
      owners.get("all", async () => {
        const path = `/crm/owners/${apiVersion}`;
        const here = await pages<WireOwner>(path, { limit: 500 });
        const left = await pages<WireOwner>(path, { limit: 500, archived: true });
        return [...here.map((owner) => toOwner(owner, false)), ...left.map((owner) => toOwner(owner, true))];
      }),
    users: () =>
      users.get("all", async () => {
        const path = `/crm/objects/${apiVersion}/users`;
        const found = await pages<{ id: string; properties: Record<string, string | null> }>(path, {
          limit: 100,
          properties: userProperties,
        });
        return found.map(toUser);
      }),
    forget() {
      owners.forget();
      users.forget();
    },
  };
}

function toOwner(wire: WireOwner, hasLeft: boolean): Owner {
  const name = [wire.firstName, wire.lastName].filter(Boolean).join(" ");
  const userId = wire.userId ?? wire.userIdIncludingInactive ?? null;
  return {
    id: wire.id,
    userId: userId === null ? null : String(userId),
    email: wire.email ?? null,
    name: name || (wire.email ?? wire.id),
    teams: (wire.teams ?? []).map((team) => ({ id: team.id, name: team.name, isPrimary: team.primary })),
    hasLeft,
  };
}

function toUser({ id, properties }: { id: string; properties: Record<string, string | null> }): User {
  const text = (name: string) => properties[name] || null;
  return {
    id,
    userId: text("hs_internal_user_id"),
    email: text("hs_email"),
    timeZone: text("hs_standard_time_zone"),
    language: text("hs_secondary_user_language_proficiency"),
    workingHours: text("hs_working_hours"),
    managerUserId: text("hs_manager"),
    isDeactivated: text("hs_deactivated") === "true",
  };
}
