import type { HubSpot } from "../hubspot/index.ts";
import { callsOf } from "./calls-of.ts";
import type { Heard } from "./heard.ts";
import { kindsIn, type Kind, type Pass } from "./kinds/index.ts";

/** What events call for, by pass: the companies that they are about, and the contacts to forget. */
export type Called = Record<Pass, Set<string>>;

export function nothingCalled(): Called {
  return { fold: new Set(), plan: new Set(), people: new Set(), numbers: new Set(), forget: new Set() };
}

/**
 * The companies that events lead to. An event is never taken for the truth: it says where to look, and the record is read
 * as it is now, so that events which come late, twice or in another order do no harm.
 */
export async function companiesCalledFor(hubspot: HubSpot, events: readonly Heard[]): Promise<Called> {
  const known = await kindsIn(hubspot);
  const asked = new Map<Kind, Map<string, Set<Pass>>>();
  for (const event of events) {
    for (const { kind, ids, passes } of callsOf(event, (typeId) => known.get(typeId))) {
      const records = asked.get(kind) ?? new Map<string, Set<Pass>>();
      asked.set(kind, records);
      for (const id of ids) records.set(id, new Set([...(records.get(id) ?? []), ...passes]));
    }
  }
  const forgotten = events.filter(({ what }) => what === "privacyDeletion").flatMap(({ ids }) => ids);
  const called = nothingCalled();
  for (const id of forgotten) called.forget.add(id);
  await Promise.all(
    [...asked].map(async ([kind, records]) => {
      const leads = await kind.companiesOf(hubspot, [...records.keys()]);
      for (const [id, companies] of leads) {
        for (const pass of records.get(id) ?? []) for (const one of companies) called[pass].add(one);
      }
    }),
  );
  return called;
}
