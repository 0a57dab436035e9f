import type { Person } from "@keyline/domain";
import type { OwnerFacts } from "../desk/index.ts";

/** An owner by id, as cards name people. Nobody stands behind an empty id. */
export function personOf(id: string | null, owners: ReadonlyMap<string, OwnerFacts>): Person | null {
  return id ? { id, name: owners.get(id)?.name || id } : null;
}
