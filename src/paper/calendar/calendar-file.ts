import { checkIn, company, type Language } from "@keyline/domain";
import { readCompanyRecord, readRecordUrls, todayOf, type Desk } from "../../desk/index.ts";
import { checkInEvents } from "./check-in-events.ts";
import { icsOf } from "./ics.ts";

/** The check-ins of one account as a file for any calendar. Read by association and id, so that nothing is a search behind. */
export async function calendarFile(desk: Desk, companyId: string): Promise<{ name: string; text: string }> {
  const { hubspot, portalId, now, caller } = desk;
  const [record, tied, urlOf] = await Promise.all([
    readCompanyRecord(hubspot, companyId, { properties: [], extra: ["name"] }),
    hubspot.associations.read(company, checkIn, [companyId]),
    readRecordUrls(desk),
  ]);
  const ids = (tied.get(companyId) ?? []).map(({ id }) => id);
  const checkIns = await hubspot.records(checkIn).read(ids, { properties });
  const name = record.raw["name"] || companyId;
  const language: Language = caller.language;
  const events = checkInEvents(checkIns, {
    company: name,
    portalId,
    language,
    today: todayOf(desk),
    url: urlOf("companies", companyId),
  });
  const title = { en: `Check-ins: ${name}`, ar: `متابعات: ${name}` }[language];
  return { name, text: icsOf({ name: title, language, madeAt: now(), events }) };
}

const properties = ["check_in_key", "state", "due_date", "planned_date", "held_on"] as const;
