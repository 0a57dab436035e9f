import { dateIn, lastTalk, silentDays, timeZoneOf, type Decider, type PlainDate } from "@keyline/domain";
import type { Associated } from "../../hubspot/index.ts";
import { personOf } from "../person-of.ts";
import type { ContactRecord, PlanContext } from "../facts.ts";
import { rolesAt } from "./known-roles.ts";

/** A contact as the card shows it; roles may be none. */
export type Standing = Decider;

/** The company of the account or its family at which somebody is looked at. */
interface StandsAt {
  /** HubSpot ties them to it. */
  isTied: boolean;
  /** Its id, and those it had before it was merged. */
  names: readonly string[];
  /** Null: the account itself. */
  companyId: string | null;
}

/** Where a contact stands at the account: what HubSpot says of it, put together. */
export function standingOf(
  contact: ContactRecord,
  companies: readonly Associated[],
  { isTied, names, companyId }: StandsAt,
  context: Pick<PlanContext, "desk" | "owners" | "today">,
): Standing {
  const { properties, raw, id } = contact;
  const { today, owners, desk } = context;
  const last = lastTalk([properties.am_last_spoken_with, lastContacted(contact, context)], today);
  const leftOn = properties.am_left_on;
  const hasLeft = leftOn !== null && leftOn <= today;
  const bounces = Boolean(raw["hs_email_hard_bounce_reason_enum"]) || Number(raw["hs_email_bounce"] ?? 0) > 0;
  return {
    id,
    companyId,
    name: nameOf(contact),
    jobTitle: raw["jobtitle"] || null,
    roles: rolesAt(contact, companies, names),
    criteria: properties.am_decision_criteria,
    strength: wholeStrength(properties.am_relationship_strength),
    ours: personOf(properties.am_relationship_owner, owners),
    lastTalked: last,
    silentDays: silentDays(last, today, desk.settings.staleAfterDays.contact),
    reportsTo: properties.am_reports_to && /^\d+$/.test(properties.am_reports_to) ? properties.am_reports_to : null,
    leaving: hasLeft ? "left" : !isTied ? "untied" : bounces ? "bounces" : null,
    leftOn,
  };
}

export function nameOf({ id, raw }: Pick<ContactRecord, "id" | "raw">): string {
  return [raw["firstname"], raw["lastname"]].filter(Boolean).join(" ") || raw["email"] || id;
}

/** HubSpot's "Last contacted": the last call, meeting, mail or message that was logged (docs: contact properties). */
function lastContacted({ raw }: ContactRecord, { desk }: Pick<PlanContext, "desk">): PlainDate | null {
  const moment = new Date(raw["notes_last_contacted"] ?? Number.NaN);
  if (Number.isNaN(moment.getTime())) return null;
  return dateIn(timeZoneOf(desk.settings, desk.timeZone), moment);
}

/** People may write 3.5 or 9 in HubSpot. */
function wholeStrength(value: number | null): number | null {
  return value === null ? null : Math.min(5, Math.max(1, Math.round(value)));
}
