import { languages, type Language } from "@keyline/domain";
import type { WireList } from "../../hubspot/index.ts";
import type { DeclaredList } from "./define-list.ts";
import { filterBranchOf } from "./filter-branch.ts";

export interface ListStanding {
  /** What we remember of having made it; undefined when we never did, or lost the answer. */
  remembered: { id: string; filters: object } | undefined;
  /** The list of that id as it stands; undefined when somebody deleted it. */
  stands: WireList | undefined;
  /** A list of that name that we do not remember. */
  namesake: WireList | undefined;
}

export type ListDecision =
  | { do: "create"; name: string; filters: object }
  | { do: "remember"; id: string; filters: object }
  | { do: "change"; id: string; filters: object | null; name: string | null }
  | { do: "nothing"; why: "as declared" | "changed by people" | "deleted by people" | "a namesake stands" | "refused" };

/**
 * What one list needs. People's changes win: filters are replaced only while they still say what we wrote, a name only
 * while it is one of our own words, and a list that somebody deleted is not made again.
 */
export function decideList(list: DeclaredList, language: Language, standing: ListStanding): ListDecision {
  const { remembered, stands, namesake } = standing;
  const filters = filterBranchOf(list.every);
  if (!remembered) {
    if (!namesake) return { do: "create", name: list.name[language], filters };
    const isOurs = namesake.filterBranch !== undefined && says(namesake.filterBranch, filters);
    return isOurs ? { do: "remember", id: namesake.listId, filters } : { do: "nothing", why: "a namesake stands" };
  }
  if (!stands) return { do: "nothing", why: "deleted by people" };
  const isOurName = languages.some((one) => list.name[one] === stands.name);
  const name = isOurName && stands.name !== list.name[language] ? list.name[language] : null;
  const isOurFilter = says(stands.filterBranch, remembered.filters);
  const isNew = isOurFilter && !says(remembered.filters, filters);
  if (name !== null || isNew) return { do: "change", id: remembered.id, filters: isNew ? filters : null, name };
  return { do: "nothing", why: isOurFilter && isOurName ? "as declared" : "changed by people" };
}

/** Whether what stands says all that we wrote; HubSpot adds fields of its own to what it is given. */
export function says(stands: unknown, written: unknown): boolean {
  if (Array.isArray(written)) {
    return (
      Array.isArray(stands) &&
      stands.length === written.length &&
      written.every((one) => stands.some((other) => says(other, one)))
    );
  }
  if (typeof written !== "object" || written === null) return stands === written;
  if (typeof stands !== "object" || stands === null) return false;
  return Object.entries(written).every(([name, value]) => says((stands as Record<string, unknown>)[name], value));
}
