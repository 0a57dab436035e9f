import { addDecisions, emptyResult, type PlanResult } from "./plan-result.ts";
import { openOwnersLoad } from "./load-of-owners.ts";
import { readPortalFacts, type PlannerParts } from "./portal-facts.ts";
import { readAccounts } from "./read-accounts.ts";
import { readContactsHeld } from "./read-contacts-made.ts";
import { settleAccounts } from "./settle-accounts.ts";
import { writeDecisions } from "./write-decisions.ts";

/**
 * The same as a whole pass, for a few companies: what a webhook or a card wakes. Reads every record by id or key, so that
 * it sees what was written a moment ago. `keys` names check-ins, by company, that the companies do not point to yet.
 */
export async function planFew(
  parts: PlannerParts,
  companyIds: readonly string[],
  options: { dryRun?: boolean; keys?: ReadonlyMap<string, readonly string[]> } = {},
): Promise<PlanResult> {
  const { hubspot } = parts;
  const callsBefore = hubspot.calls();
  const [portal, accounts] = await Promise.all([readPortalFacts(parts), readAccounts(hubspot, companyIds)]);
  const settling = {
    hubspot,
    portal,
    load: openOwnersLoad(hubspot, portal),
    isSearched: false,
    ...(options.keys && { keys: options.keys }),
  };
  const counts = portal.policy.contactMade === "count";
  const contactMade = counts
    ? await readContactsHeld(
        hubspot,
        accounts.map(({ id }) => id),
        portal,
      )
    : new Map<string, never[]>();
  const decisions = await settleAccounts(accounts, { ...settling, contactMade });
  const result = emptyResult();
  const refused = options.dryRun ? [] : await writeDecisions(parts, decisions);
  addDecisions(result, decisions, refused, options.dryRun ?? false);
  result.companies = accounts.length;
  result.calls = hubspot.calls() - callsBefore;
  return result;
}
