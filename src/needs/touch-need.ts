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
import { goneProblem, type Desk } from "../desk/index.ts";
import { readDeals } from "./read-deals.ts";
import { contentOf, needRowOf, storedNeed, type StoredNeed } from "./stored-need.ts";
import { whoVoiced } from "./voiced-by.ts";

/** Reads one need of a company by its key, for certain. Throws `not-found`. */
export async function readNeed({ hubspot }: Desk, companyId: string, key: string): Promise<StoredNeed> {
  const [record] = await hubspot.records(accountNeed).read([key], { idProperty: accountNeed.key });
  if (!record) throw goneProblem("need");
  if (record.properties.company_record_id !== Number(companyId)) {
    // One that came with a merged company still names the record that is gone.
    const companies = await hubspot.associations.read(accountNeed, company, [record.id]);
    if (!companies.get(record.id)?.some(({ id }) => id === companyId)) throw goneProblem("need");
  }
  return storedNeed(record);
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
export async function savedNeed(desk: Desk, id: string): Promise<NeedWritten> {
  const { hubspot, settings } = desk;
  const [record, contacts] = await Promise.all([
    hubspot.records(accountNeed).readOne(id),
    hubspot.associations.read(accountNeed, "contacts", [id]),
  ]);
  const need =
    record && needRowOf(storedNeed(record, whoVoiced(contacts.get(id))), timeZoneOf(settings, desk.timeZone));
  if (!need) throw goneProblem("need");
  const [deal = null] = need.dealId ? await readDeals(desk, [need.dealId]) : [];
  return { outcome: "saved", need, deal };
}
