import { checkIn } from "@keyline/domain";
import type { HubSpot } from "../hubspot/index.ts";
import type { PortalFacts } from "./facts.ts";

/**
 * How many check-ins each owner has on each day, as `owner date`. Owners are counted when they are first asked for, and
 * then stand there by `owner` too.
 */
export interface OwnersLoad {
  readonly byDay: ReadonlyMap<string, number>;
  count(ownerIds: readonly string[]): Promise<void>;
  /** A check-in that this pass places; it counts only for owners who were counted. */
  add(ownerId: string, date: string): void;
}

export function openOwnersLoad(hubspot: HubSpot, portal: PortalFacts): OwnersLoad {
  const byDay = new Map<string, number>();
  const add = (ownerId: string, date: string) => {
    byDay.set(`${ownerId} ${date}`, (byDay.get(`${ownerId} ${date}`) ?? 0) + 1);
  };
  return {
    byDay,
    add,
    async count(ownerIds) {
      for (const ownerId of new Set(ownerIds)) {
        if (byDay.has(ownerId)) continue;
        byDay.set(ownerId, 0);
        for await (const page of hubspot.records(checkIn).search({
          where: [
            [
              { property: "hubspot_owner_id", operator: "EQ", value: ownerId },
              { property: "state", operator: "EQ", value: "planned" },
              { property: "due_date", operator: "GTE", value: portal.today },
            ],
          ],
          properties: ["due_date"],
        })) {
          for (const { properties } of page) if (properties.due_date) add(ownerId, properties.due_date);
        }
      }
    },
  };
}
