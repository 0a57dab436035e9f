import { accountNeed, needHistoryFields, timeZoneOf, type NeedDetails } from "@keyline/domain";
import { goneProblem, type Desk } from "../desk/index.ts";
import { needHistory } from "./need-history.ts";
import { contentOf, needRowOf } from "./stored-need.ts";
import { readNeed } from "./touch-need.ts";
import { whoVoiced } from "./voiced-by.ts";

/** One need whole, with its history. */
export async function needOf(
  desk: Desk,
  { companyId, needKey }: { companyId: string; needKey: string },
): Promise<NeedDetails> {
  const { hubspot, settings, log } = desk;
  const historyRead = hubspot
    .records(accountNeed)
    .history([needKey], { properties: needHistoryFields, idProperty: accountNeed.key })
    .catch((error: unknown) => {
      log.warn({ companyId, reason: String(error) }, "The history of a need cannot be read");
      return null;
    });
  const [found, history, owners] = await Promise.all([
    readNeed(desk, companyId, needKey),
    historyRead,
    hubspot.owners().catch(() => []),
  ]);
  const contacts = await hubspot.associations.read(accountNeed, "contacts", [found.id]);
  const voicedBy = [...new Set([...found.voicedBy, ...whoVoiced(contacts.get(found.id))])];
  const row = needRowOf({ ...found, voicedBy }, timeZoneOf(settings, desk.timeZone));
  if (!row) throw goneProblem("need");
  const names = new Map(owners.flatMap(({ userId, name }) => (userId === null ? [] : [[userId, name] as const])));
  return {
    need: row,
    content: contentOf(found),
    metEvidence: found.values.met_evidence,
    dropReason: found.values.drop_reason,
    history: history?.[0] ? needHistory(history[0], names) : null,
  };
}
