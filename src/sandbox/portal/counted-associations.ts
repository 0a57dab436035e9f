import { key } from "./association-types.ts";
import { contactedBy, isConversation, lastContacted } from "./last-contacted.ts";
import type { Place } from "./links.ts";
import type { Portal } from "./portal.ts";

const CONTACT = "0-1";
const COMPANY = "0-2";
const DEAL = "0-3";
const PARENT_TO_CHILD = key({ category: "HUBSPOT_DEFINED", typeId: 13 });
const CHILD_TO_PARENT = key({ category: "HUBSPOT_DEFINED", typeId: 14 });
const PRIMARY_COMPANY = key({ category: "HUBSPOT_DEFINED", typeId: 1 });

/** Brings the properties up to date that HubSpot counts from associations, on both records. */
export function countAssociations(portal: Portal, one: Place, other: Place): void {
  const both: [Place, Place][] = [
    [one, other],
    [other, one],
  ];
  for (const [place, towards] of both) {
    const values = counted(portal, place, towards.typeId);
    if (values) setQuietly(portal, place, values);
  }
}

/** A conversation that was moved in time, or put into the bin, changes when its records were last contacted. */
export function countConversation(portal: Portal, conversation: Place): void {
  if (!isConversation(conversation.typeId)) return;
  for (const place of contactedBy(portal, conversation)) {
    const values = lastContacted(portal, place);
    if (values) setQuietly(portal, place, values);
  }
}

function counted(portal: Portal, place: Place, toTypeId: string): Record<string, string> | undefined {
  const ids = () => portal.links.toIds(place, toTypeId);
  const withType = (type: string) =>
    ids().filter((id) => portal.links.types(place, { typeId: toTypeId, id }).includes(type));
  if (place.typeId === COMPANY && toTypeId === CONTACT) return { num_associated_contacts: String(ids().length) };
  if (place.typeId === COMPANY && toTypeId === DEAL) return { num_associated_deals: String(ids().length) };
  if (place.typeId === DEAL && toTypeId === CONTACT) return { num_associated_contacts: String(ids().length) };
  if (place.typeId === CONTACT && toTypeId === COMPANY)
    return { associatedcompanyid: withType(PRIMARY_COMPANY)[0] ?? "" };
  if (place.typeId === COMPANY && toTypeId === COMPANY) {
    return {
      hs_num_child_companies: String(withType(PARENT_TO_CHILD).length),
      hs_parent_company_id: withType(CHILD_TO_PARENT)[0] ?? "",
    };
  }
  if (isConversation(toTypeId)) return lastContacted(portal, place);
  return undefined;
}

/** Calculated values do not make a record look edited. */
function setQuietly(portal: Portal, place: Place, values: Record<string, string>): void {
  const type = portal.types.find(place.typeId);
  const record = type && portal.records(type).get(place.id);
  if (!type || !record) return;
  const next = { ...record.values, ...values };
  for (const [name, value] of Object.entries(values)) if (value === "") delete next[name];
  if (Object.keys(values).every((name) => next[name] === record.values[name])) return;
  portal.records(type).put({ ...record, values: next });
}
