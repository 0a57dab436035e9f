import { accountNeed, accountPlan, accountSignal, checkIn, type Fields } from "@keyline/domain";
import type { HubSpot, Readable, Rec } from "../../hubspot/index.ts";
import type { PortalFacts } from "../portal-facts.ts";
import { among } from "./among.ts";
import type { CheckInFacts, NeedFacts, PlanFacts, SignalFacts } from "./facts.ts";
import { checkInFacts, needFacts, planFacts, signalFacts } from "./own-facts.ts";
import type { Reading } from "./read-facts.ts";

export interface OwnFacts {
  signals: SignalFacts[];
  checkIns: CheckInFacts[];
  needs: NeedFacts[];
  plans: PlanFacts[];
}

/** Companies by id, each with the ids of those merged into it: what belonged to them belongs to it. */
export type MergedIds = ReadonlyMap<string, readonly string[]>;

/**
 * What we keep of companies ourselves. A record belongs to the company that its `company_record_id` names. A search finds
 * them all, with what they said some seconds ago; `isCertain` reads them again by id, and those too that hang on a company
 * and that no search finds yet.
 */
export async function readOwn(
  hubspot: HubSpot,
  companies: MergedIds,
  portal: PortalFacts,
  how: Reading,
): Promise<Map<string, OwnFacts>> {
  const found = new Map<string, OwnFacts>(
    [...companies.keys()].map((id) => [id, { signals: [], checkIns: [], needs: [], plans: [] }]),
  );
  if (found.size === 0) return found;
  const ownerOf = new Map(
    [...companies].flatMap(([id, merged]) => [id, ...merged].map((one) => [one, found.get(id)] as const)),
  );
  const each = async <F extends Fields, T>(
    object: Readable<F>,
    factsOf: (record: Rec<F>, portal: PortalFacts) => T | null,
    take: (own: OwnFacts, facts: T) => void,
  ) => {
    const ids = [...companies.keys()];
    const pages = how.isCertain ? certainly(hubspot, object, ids, how) : searched(hubspot, object, ids, how);
    for await (const page of pages) {
      for (const record of page) {
        const own = ownerOf.get(record.raw["company_record_id"] ?? "");
        const facts = own ? factsOf(record, portal) : null;
        if (own && facts !== null) take(own, facts);
      }
    }
  };
  await Promise.all([
    each(accountSignal, signalFacts, (own, facts) => own.signals.push(facts)),
    each(checkIn, checkInFacts, (own, facts) => own.checkIns.push(facts)),
    each(accountNeed, needFacts, (own, facts) => own.needs.push(facts)),
    each(accountPlan, planFacts, (own, facts) => own.plans.push(facts)),
  ]);
  return found;
}

async function* searched<F extends Fields>(
  hubspot: HubSpot,
  object: Readable<F>,
  ids: readonly string[],
  how: Reading,
  properties?: [],
) {
  for (const filter of among("company_record_id", ids, how)) {
    yield* hubspot.records(object).search({ where: [[filter]], ...(properties && { properties }) });
  }
}

async function* certainly<F extends Fields>(
  hubspot: HubSpot,
  object: Readable<F>,
  ids: readonly string[],
  how: Reading,
) {
  const tied = await hubspot.associations.read("companies", object, ids);
  const known = new Set([...tied.values()].flatMap((own) => own.map(({ id }) => id)));
  for await (const page of searched(hubspot, object, ids, how, [])) for (const { id } of page) known.add(id);
  const all = [...known];
  for (let at = 0; at < all.length; at += atOnce) yield hubspot.records(object).read(all.slice(at, at + atOnce));
}

/** Eight batches side by side. */
const atOnce = 800;
