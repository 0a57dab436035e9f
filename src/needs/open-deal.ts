import {
  accountNeed,
  company,
  deal,
  dealKeyOfNeed,
  fromMinor,
  Problem,
  type NeedDeal,
  type NeedWritten,
  type OpenDeal,
} from "@keyline/domain";
import { readCompanyRecord, wrongField, type Desk } from "../desk/index.ts";
import type { NewAssociation } from "../hubspot/index.ts";
import { readDeals } from "./read-deals.ts";
import type { StoredNeed } from "./stored-need.ts";
import { changeNeed, readNeed, savedNeed } from "./touch-need.ts";
import { whoVoiced } from "./voiced-by.ts";

/** Deals in HubSpot's bin may keep their keys: so many further ones are tried. */
const mostTries = 5;

/**
 * Opens one deal from a need. The deal carries a unique key that follows from the need alone, and is made together with
 * its ties in one call: whoever asks, however often, whatever answer was lost, there is one (docs/decisions/0010).
 */
export async function openDeal(desk: Desk, asked: OpenDeal): Promise<NeedWritten> {
  const found = await readNeed(desk, asked.companyId, asked.needKey);
  const before = await dealsOfNeed(desk, found);
  const standing = before.find(({ isOpen, isWon }) => isOpen || isWon);
  const dealId = standing?.id ?? (await makeDeal(desk, asked, found, before.length));
  if (found.values.opened_deal_id !== dealId) await changeNeed(desk, found, { opened_deal_id: dealId });
  return savedNeed(desk, found);
}

/** Deals that this need opened, by its ties, not by a search. */
async function dealsOfNeed(desk: Desk, { id, values }: StoredNeed): Promise<NeedDeal[]> {
  const associated = await desk.hubspot.associations.read(accountNeed, "deals", [id]);
  const ids = (associated.get(id) ?? []).map((one) => one.id);
  return readDeals(desk, [...new Set([...ids, ...(values.opened_deal_id ? [values.opened_deal_id] : [])])]);
}

async function makeDeal(desk: Desk, asked: OpenDeal, need: StoredNeed, dealsBefore: number): Promise<string> {
  const companyId = need.companyId ?? asked.companyId;
  const [draft, ties] = await Promise.all([draftOf(desk, { ...asked, companyId }), tiesOf(desk, companyId, need.id)]);
  for (let count = dealsBefore; ; count++) {
    const key = dealKeyOfNeed(asked.needKey, count);
    const made = await createOnce(desk, key, draft, ties);
    if (typeof made === "string") return made;
    if (!isTaken(made) || count - dealsBefore >= mostTries) throw made;
  }
}

/** The id of the deal of this key, whoever made it; or why there is none. */
async function createOnce(
  { hubspot, log }: Desk,
  key: string,
  extra: Record<string, string>,
  associations: NewAssociation[],
): Promise<string | Problem> {
  const deals = hubspot.records(deal);
  const { written, refused } = await deals.create([{ properties: { keyline_deal_key: key }, extra, associations }]);
  if (written[0]) return written[0].id;
  const problem = refused[0]?.problem ?? new Problem("unavailable", "HubSpot does not say what became of the deal.");
  if (isUnknownProperty(problem)) {
    log.warn({ property: "keyline_deal_key" }, "This portal has no deal key: two people at once could open two deals");
    const plain = await deals.create([{ properties: {}, extra, associations }]);
    return plain.written[0]?.id ?? plain.refused[0]?.problem ?? problem;
  }
  const [standing] = await deals.read([key], { idProperty: "keyline_deal_key", properties: [] });
  return standing?.id ?? problem;
}

/** Portals whose provisioning could not make the property: HubSpot allows ten unique ones on an object. */
function isUnknownProperty({ fields, cause }: Problem): boolean {
  const isNamed = fields.some(({ path }) => path === "keyline_deal_key");
  return isNamed && JSON.stringify(cause ?? {}).includes("PROPERTY_DOESNT_EXIST");
}

/** The key belongs to a deal that a read does not find: one in the bin. */
function isTaken({ code, fields }: Problem): boolean {
  return code === "conflict" || fields.some(({ path }) => path === "keyline_deal_key");
}

async function draftOf(desk: Desk, { companyId, name, amountMinor, closesOn, pipelineId }: OpenDeal) {
  const { hubspot, caller } = desk;
  const [record, pipelines] = await Promise.all([
    readCompanyRecord(hubspot, companyId, { properties: ["am_lead_manager"], extra: ["hubspot_owner_id"] }),
    hubspot.pipelines("deals"),
  ]);
  const pipeline = pipelines.find(({ id }) => pipelineId === null || id === pipelineId);
  const stage = pipeline?.stages.find(({ isClosed }) => !isClosed);
  if (!pipeline || !stage) throw wrongField("pipelineId", "choose-one", caller.language);
  const owner = record.properties.am_lead_manager ?? record.raw["hubspot_owner_id"];
  return {
    dealname: name,
    pipeline: pipeline.id,
    dealstage: stage.id,
    ...(amountMinor !== null && { amount: fromMinor(amountMinor, desk.currency) }),
    // A close date is a moment in HubSpot: noon keeps its day in every zone that people sell in.
    ...(closesOn && { closedate: `${closesOn}T12:00:00Z` }),
    ...(owner && { hubspot_owner_id: owner }),
  };
}

async function tiesOf({ hubspot }: Desk, companyId: string, needId: string): Promise<NewAssociation[]> {
  const { associations } = hubspot;
  const [toCompany, toNeed, toContact, contacts] = await Promise.all([
    associations.type(deal, company),
    associations.type(deal, accountNeed),
    associations.type(deal, "contacts"),
    associations.read(accountNeed, "contacts", [needId]),
  ]);
  const voices = whoVoiced(contacts.get(needId)).map((to) => ({ to, ...toContact }));
  const ties = [{ to: companyId, ...toCompany }, { to: needId, ...toNeed }, ...voices];
  return ties.map(({ to, typeId, category }) => ({ to, typeId, category }));
}
