import {
  accountNeed,
  accountNeedKey,
  company,
  type AddNeed,
  type NeedContent,
  type NeedWritten,
  type Problem,
} from "@keyline/domain";
import { goneProblem, readCompanyRecord, readFamilyIds, todayOf, wrongField, type Desk } from "../desk/index.ts";
import type { NewAssociation } from "../hubspot/index.ts";
import { propertiesOf, type StoredNeed } from "./stored-need.ts";
import { changeNeed, savedNeed } from "./touch-need.ts";
import { tieVoices, voicedByLabel } from "./voiced-by.ts";

/**
 * Writes down a need of a company, or of one that it manages with itself. It is made together with its ties in one call, so that no crash leaves one that
 * hangs on nothing; its key is the form's own, so that a form sent again finds what it made.
 */
export async function addNeed(desk: Desk, asked: AddNeed): Promise<NeedWritten> {
  const { idempotencyKey: _, companyId: askedOf, onceId, forCompanyId, ...content } = asked;
  if (content.voicedOn && content.voicedOn > todayOf(desk))
    throw wrongField("voicedOn", "in-the-future", desk.caller.language);
  const home = forCompanyId === undefined || forCompanyId === askedOf ? null : forCompanyId;
  if (home !== null && !(await readFamilyIds(desk.hubspot, askedOf)).includes(home)) throw goneProblem("company");
  const companyId = home ?? askedOf;
  const key = accountNeedKey(companyId, onceId);
  const standing = await findByKey(desk, key);
  if (standing) return writeOver(desk, { id: standing, companyId: home }, content);
  const refused = await create(desk, companyId, key, content);
  const made = await findByKey(desk, key);
  const found = made === null ? null : { id: made, companyId: home };
  if (found) return refused ? writeOver(desk, found, content) : savedNeed(desk, found);
  throw refused ?? new Error("HubSpot made a need and does not know it");
}

async function findByKey({ hubspot }: Desk, key: string): Promise<string | null> {
  const needs = hubspot.records(accountNeed);
  const [found] = await needs.read([key], { idProperty: accountNeed.key, properties: [] });
  return found?.id ?? null;
}

/** The same form once more, perhaps with other words. */
async function writeOver(
  desk: Desk,
  found: Pick<StoredNeed, "id" | "companyId">,
  content: NeedContent,
): Promise<NeedWritten> {
  await changeNeed(desk, found, propertiesOf(content));
  await tieVoices(desk.hubspot, found.id, { before: null, after: content.voicedById });
  return savedNeed(desk, found);
}

/** Null when it was made; else why not, which may be that it stands already. */
async function create(desk: Desk, companyId: string, key: string, content: NeedContent): Promise<Problem | null> {
  const { hubspot, caller } = desk;
  const [record, owners, ties] = await Promise.all([
    readCompanyRecord(hubspot, companyId, { properties: ["am_lead_manager"], extra: ["hubspot_owner_id"] }),
    hubspot.owners(),
    tiesOf(desk, companyId, content.voicedById),
  ]);
  const asker = owners.find(({ userId }) => userId === caller.userId)?.id;
  const given = Object.entries(propertiesOf(content)).filter(([, value]) => value !== null);
  const { refused } = await hubspot.records(accountNeed).create([
    {
      properties: {
        ...Object.fromEntries(given),
        need_key: key,
        need_status: "identified",
        company_record_id: Number(companyId),
        hubspot_owner_id: asker ?? record.properties.am_lead_manager ?? (record.raw["hubspot_owner_id"] || undefined),
      },
      associations: ties,
    },
  ]);
  return refused[0]?.problem ?? null;
}

async function tiesOf({ hubspot }: Desk, companyId: string, contactId: string | null): Promise<NewAssociation[]> {
  const { associations } = hubspot;
  const [plain, voiced] = await Promise.all([
    associations.type(accountNeed, company),
    contactId === null ? null : associations.type(accountNeed, "contacts", voicedByLabel),
  ]);
  return [{ to: companyId, ...plain }, ...(voiced && contactId !== null ? [{ to: contactId, ...voiced }] : [])].map(
    ({ to, typeId, category }) => ({ to, typeId, category }),
  );
}
