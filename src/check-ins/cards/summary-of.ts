import { isManaged, type OpenCheckIn, type SummaryAnswer } from "@keyline/domain";
import { readRhythm, undecidedNotice } from "../account-rhythm.ts";
import type { PortalFacts, StoredCheckIn } from "../facts.ts";
import { readPortalFacts } from "../portal-facts.ts";
import { readContactsHeld, type ContactHeld } from "../read-contacts-made.ts";
import { leadOf, managingOptionsOf } from "./card-facts.ts";
import { cardFactsOf, managedUnderOf, readCompanyContacts, readFamily, type Desk } from "../../desk/index.ts";
import { doNextOf } from "./do-next.ts";
import { offeredFrom } from "./offered-contact.ts";
import { openCheckInOf } from "./present-check-in.ts";
import { pointedKeys, readCompany } from "./read-company.ts";
import { readWhole } from "./read-history.ts";
import { endingPlan, lateObjective, nothingHangs, readHanging, unservedNeed } from "./read-pressing.ts";
import { contractOf, healthOf, revenueOf } from "./summary-figures.ts";

type Part = SummaryAnswer["unreadable"][number];

/** The account at a glance. Calls go side by side, two in a row. */
export async function summaryOf(desk: Desk, { companyId }: { companyId: string }): Promise<SummaryAnswer> {
  const { hubspot } = desk;
  const unreadable = new Set<Part>();
  const part = <T>(name: Part, reading: Promise<T>, otherwise: T): Promise<T> =>
    reading.catch((error: unknown) => {
      unreadable.add(name);
      desk.log.warn({ part: name, companyId, reason: String(error) }, "A part of the summary cannot be read");
      return otherwise;
    });
  const portalRead = readPortalFacts(desk);
  const heldRead = part(
    "doNext",
    portalRead.then((portal) => readContactsHeld(hubspot, [companyId], portal, { withPeople: true })),
    new Map<string, ContactHeld[]>(),
  );
  const companyRead = readCompany(desk, companyId);
  const record = companyRead.then(({ all, raw }) => ({ id: companyId, properties: all, raw }));
  const family = readFamily(hubspot, companyId, record);
  const hangingRead = part("doNext", readHanging(hubspot, companyId, family), nothingHangs);
  const contactsRead = part("doNext", readCompanyContacts(hubspot, companyId), []);
  const [portal, read, hanging] = await Promise.all([portalRead, companyRead, hangingRead]);
  const { account, all } = read;
  const [checkIns, need, objective, plan, held, contacts] = await Promise.all([
    part("checkIns", readWhole(hubspot, pointedKeys(account)), []),
    part("doNext", unservedNeed(hubspot, read, hanging), null),
    part("doNext", lateObjective(hubspot, read, hanging, portal), null),
    part("doNext", endingPlan(hubspot, read, hanging, portal), null),
    heldRead,
    contactsRead,
  ]);
  const open = openOnes(checkIns, portal);
  const { rhythm } = readRhythm(account, portal);
  const contact = offeredFrom(held.get(companyId) ?? [], checkIns, rhythm, portal, all.am_last_check_in, contacts);
  const facts = { all, portal, open, noticeBy: undecidedNotice(account), contact, need, objective, plan };
  return {
    ...cardFactsOf(desk, account),
    unreadable: [...unreadable],
    isManaged: isManaged(all),
    type: all.am_account_type,
    tier: all.am_tier,
    leadManager: leadOf(account, portal),
    managedUnder: managedUnderOf(all),
    health: healthOf(all, desk.caller.language),
    revenue: revenueOf(desk, all, portal),
    nextCheckIn: open.find(({ state }) => state === "planned") ?? null,
    contract: contractOf(desk, all),
    doNext: doNextOf(facts),
    managing: isManaged(all) ? null : managingOptionsOf(desk, portal, account),
  };
}

function openOnes(checkIns: readonly StoredCheckIn[], portal: PortalFacts): OpenCheckIn[] {
  return checkIns
    .flatMap((checkIn) => openCheckInOf(checkIn, portal.recordUrl) ?? [])
    .sort((one, other) => (one.due < other.due ? -1 : 1));
}
