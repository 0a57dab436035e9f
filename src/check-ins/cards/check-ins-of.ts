import type { CheckInsAnswer, PlainDate } from "@keyline/domain";
import { readRhythm } from "../account-rhythm.ts";
import { readPortalFacts } from "../portal-facts.ts";
import { readContactsHeld, type ContactHeld } from "../read-contacts-made.ts";
import { briefFrom } from "../brief.ts";
import { readBriefFacts } from "../brief-facts.ts";
import { leadOf, managingOptionsOf, rhythmStandingOf } from "./card-facts.ts";
import { cardFactsOf, managedUnderOf, readCompanyContacts, readFamily, type Desk } from "../../desk/index.ts";
import { openCheckInOf } from "./present-check-in.ts";
import { pointedKeys, readCompany } from "./read-company.ts";
import { offeredFrom } from "./offered-contact.ts";
import { historyOf, readAttendees, readWhole, searchPast, type CheckInName } from "./read-history.ts";

interface Asked {
  companyId: string;
  before?: PlainDate | undefined;
  /** Check-ins that were written a moment ago: no search knows them yet. */
  touched?: readonly CheckInName[];
}

/** The check-ins card of one company. Calls go side by side, two in a row. */
export async function checkInsOf(desk: Desk, { companyId, before, touched = [] }: Asked): Promise<CheckInsAnswer> {
  const { hubspot } = desk;
  const unreadable = new Set<CheckInsAnswer["unreadable"][number]>();
  const part = <T>(name: CheckInsAnswer["unreadable"][number], reading: Promise<T>, otherwise: T): Promise<T> =>
    reading.catch((error: unknown) => {
      unreadable.add(name);
      desk.log.warn({ part: name, companyId, reason: String(error) }, "A part of the check-ins card cannot be read");
      return otherwise;
    });
  const portalRead = readPortalFacts(desk);
  const contactsRead = part("contacts", readCompanyContacts(hubspot, companyId), []);
  const heldRead = part(
    "offeredContact",
    portalRead.then((portal) => readContactsHeld(hubspot, [companyId], portal, { withPeople: true })),
    new Map<string, ContactHeld[]>(),
  );
  const companyRead = readCompany(desk, companyId);
  const record = companyRead.then((read) => ({ id: companyId, properties: read.all, raw: read.raw }));
  const family = readFamily(hubspot, companyId, record);
  const briefRead = part("brief", readBriefFacts(hubspot, companyId, family, portalRead), null);
  const pastRead = part("history", searchPast(hubspot, companyId, before), []);
  const [portal, { account, all }, past] = await Promise.all([portalRead, companyRead, pastRead]);

  const names = [...touched, ...past];
  const keys = new Set([...pointedKeys(account), ...names.map(({ key }) => key)]);
  const reading = readWhole(hubspot, [...keys]);
  const [checkIns, attendees, facts, held, contacts] = await Promise.all([
    reading,
    part("history", readAttendees(hubspot, [...new Set(names.map(({ id }) => id))]), new Map<string, string[]>()),
    briefRead,
    heldRead,
    contactsRead,
  ]);
  const open = checkIns.flatMap((checkIn) => openCheckInOf(checkIn, portal.recordUrl) ?? []).sort(byDue);
  const [next = null, ...later] = open.filter(({ state }) => state === "planned");
  const offered = offeredFrom(
    held.get(companyId) ?? [],
    checkIns,
    readRhythm(account, portal).rhythm,
    portal,
    account.properties.am_last_check_in,
    contacts,
  );
  return {
    ...cardFactsOf(desk, account),
    unreadable: [...unreadable],
    rhythm: rhythmStandingOf(account, portal),
    type: account.properties.am_account_type,
    tier: account.properties.am_tier,
    leadManager: leadOf(account, portal),
    managedUnder: managedUnderOf(all),
    next,
    overdue: open.filter(({ state }) => state === "overdue"),
    later,
    offeredContact: offered,
    brief: facts && briefFrom({ account, checkIns, ...facts, portal }),
    ...historyOf(checkIns, before, attendees, contacts),
    contacts: [...contacts],
    managing: managingOptionsOf(desk, portal, account),
  };
}

function byDue(one: { due: string }, other: { due: string }): number {
  return one.due < other.due ? -1 : 1;
}
