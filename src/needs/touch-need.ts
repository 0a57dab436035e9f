import {
  accountNeed,
  company,
  Problem,
  timeZoneOf,
  type AccountNeed,
  type FoundNeed,
  type NeedContent,
  type NeedWritten,
} from "@keyline/domain";
import { goneProblem, readFamilyIds, type Desk } from "../desk/index.ts";
import { readDeals } from "./read-deals.ts";
import { contentOf, needRowOf, storedNeed, type StoredNeed } from "./stored-need.ts";
import { whoVoiced } from "./voiced-by.ts";

/**
 * Reads one need by its key, for certain: of a company, or of one of its family. Both are read side by side.
 * Throws `not-found`.
 */
export async function readNeed({ hubspot }: Desk, companyId: string, key: string): Promise<StoredNeed> {
  const [[record], family] = await Promise.all([
    hubspot.records(accountNeed).read([key], { idProperty: accountNeed.key }),
    readFamilyIds(hubspot, companyId),
  ]);
  if (!record) throw goneProblem("need");
  const said = String(record.properties.company_record_id ?? "");
  if (said === companyId || family.includes(said)) return storedNeed(record, said === companyId ? null : said);
  // One that came with a merged company still names the record that is gone.
  const companies = (await hubspot.associations.read(accountNeed, company, [record.id])).get(record.id) ?? [];
  const isHere = (id: string) => companies.some((one) => one.id === id);
  const home = isHere(companyId) ? companyId : family.find(isHere);
  if (home === undefined) throw goneProblem("need");
  return storedNeed(record, home === companyId ? null : home);
}

/** What was said of a need that somebody else has changed; `fields` are those in question. */
export function changedMeanwhile(need: StoredNeed, fields: readonly (keyof NeedContent)[] = []): Problem {
  const content = contentOf(need);
  const found: FoundNeed = {
    status: need.values.need_status ?? "identified",
    dealId: need.values.opened_deal_id,
    content: Object.fromEntries(fields.map((field) => [field, content[field]])),
  };
  const words = {
    en: "Somebody has changed this need since you opened it.",
    ar: "غيّر شخص آخر هذا الاحتياج بعد أن فتحته.",
  };
  return new Problem("conflict", words.en, { words, found });
}

/** Changes one need. Throws HubSpot's refusal. */
export async function changeNeed(
  { hubspot }: Desk,
  { id }: Pick<StoredNeed, "id">,
  properties: Partial<AccountNeed>,
): Promise<void> {
  const { refused } = await hubspot.records(accountNeed).update([{ id, properties }]);
  if (refused[0]) throw refused[0].problem;
}

/** The answer of every write: the need and its deal, read anew by id. */
export async function savedNeed(
  desk: Desk,
  { id, companyId }: Pick<StoredNeed, "id" | "companyId">,
): Promise<NeedWritten> {
  const { hubspot, settings } = desk;
  const [record, contacts] = await Promise.all([
    hubspot.records(accountNeed).readOne(id),
    hubspot.associations.read(accountNeed, "contacts", [id]),
  ]);
  const need =
    record &&
    needRowOf(storedNeed(record, companyId, whoVoiced(contacts.get(id))), timeZoneOf(settings, desk.timeZone));
  if (!need) throw goneProblem("need");
  const [deal = null] = need.dealId ? await readDeals(desk, [need.dealId]) : [];
  return { outcome: "saved", need, deal: deal && { ...deal, companyId } };
}
