import { accountNeed, contact, type Fields } from "@keyline/domain";
import type { HubSpot, Readable } from "../hubspot/index.ts";
import { keptAnswers } from "./kept-answers.ts";
import type { PortalParts, Settled } from "./settle.ts";

/** HubSpot takes at most 100 values in a list of a filter (docs, CRM search). */
const valuesAtOnce = 100;

/**
 * Takes away what we wrote about people who must be forgotten: their ids, where ours name them. What stood on the contact
 * HubSpot has deleted itself; names in what people wrote are people's words (docs/decisions, merges and deletions).
 */
export async function forgetContacts(parts: PortalParts, contactIds: readonly string[]): Promise<Settled> {
  const { hubspot, store, portalId } = parts;
  const result: Settled = { companies: 0, written: 0, refused: [] };
  for (let at = 0; at < contactIds.length; at += valuesAtOnce) {
    const ids = contactIds.slice(at, at + valuesAtOnce);
    await clear(hubspot, accountNeed, "voiced_by_contact_id", ids, result);
    await clear(hubspot, contact, "am_reports_to", ids, result);
  }
  for (const { key } of await store.list(`${keptAnswers(portalId)}/cards/`)) await store.delete(key);
  return result;
}

async function clear<F extends Fields>(
  hubspot: HubSpot,
  object: Readable<F>,
  property: keyof F & string,
  contactIds: readonly string[],
  result: Settled,
): Promise<void> {
  const records = hubspot.records(object);
  const where = [[{ property, operator: "IN" as const, values: contactIds }]];
  const found: string[] = [];
  for await (const page of records.search({ where, properties: [property] })) found.push(...page.map(({ id }) => id));
  const { written, refused } = await records.update(
    found.map((id) => ({ id, properties: {}, extra: { [property]: "" } })),
  );
  result.written += written.length;
  result.refused.push(...refused.map(({ key, problem }) => ({ key, message: problem.message })));
}
