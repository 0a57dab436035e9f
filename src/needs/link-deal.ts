import { accountNeed, company, type LinkDeal, type NeedWritten } from "@keyline/domain";
import { wrongField, type Desk } from "../desk/index.ts";
import { changedMeanwhile, changeNeed, readNeed, savedNeed } from "./touch-need.ts";

/** Ties a need to a deal of its company, or of the one that manages it, to another one, or to none. */
export async function linkDeal(desk: Desk, asked: LinkDeal): Promise<NeedWritten> {
  const { companyId, needKey, expectedDealId, dealId } = asked;
  const { associations } = desk.hubspot;
  const [found, deals] = await Promise.all([
    readNeed(desk, companyId, needKey),
    dealId === null ? null : associations.read("deals", company, [dealId]),
  ]);
  const before = found.values.opened_deal_id;
  if (before !== dealId && before !== expectedDealId) throw changedMeanwhile(found);
  if (dealId !== null && deals !== null) {
    const isOfFamily = deals.get(dealId)?.some(({ id }) => id === companyId || id === found.companyId);
    if (!isOfFamily) throw wrongField("dealId", "not-valid", desk.caller.language);
    const { refused } = await associations.create(accountNeed, "deals", [{ from: found.id, to: dealId }]);
    if (refused[0]) throw refused[0].problem;
  }
  if (before !== dealId) await changeNeed(desk, found, { opened_deal_id: dealId });
  const gone = expectedDealId;
  if (gone !== null && gone !== dealId) await associations.remove(accountNeed, "deals", [{ from: found.id, to: gone }]);
  return savedNeed(desk, found);
}
