/** Type ids of HubSpot's own objects (docs: CRM object type ids). Those of custom objects are read from the portal. */
const standardTypeIds: Readonly<Record<string, string>> = {
  contacts: "0-1",
  companies: "0-2",
  deals: "0-3",
  tickets: "0-5",
  products: "0-7",
  line_items: "0-8",
  feedback_submissions: "0-19",
  tasks: "0-27",
  notes: "0-46",
  meetings: "0-47",
  calls: "0-48",
  emails: "0-49",
};

export function standardTypeId(name: string): string | undefined {
  return standardTypeIds[name];
}
