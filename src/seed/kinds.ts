/** A kind of record that a file can hold. The order of the list is the order of loading. */
export interface Kind {
  /** Its name in paths: `companies`, `2-1234567`. */
  type: string;
  /** Its name as people and files call it: `companies`, `account_plan`. */
  fileName: string;
  /** One of them, as headers and messages call it: `company`. */
  one: string;
  /** The property that names a record. */
  name: string;
  /** Headers (lower case) that only this kind's exports have. */
  tellBy: readonly string[];
  /** Each entry: at least one of these properties must have a value. */
  required: readonly (readonly string[])[];
  /** What tells one record from another when the file has no Record ID: the first list with any value. */
  keyBy: readonly (readonly string[])[];
  /** The unique property that holds the key; ours unless the type has its own. */
  keyProperty: string;
  /** Headers that HubSpot writes in other words than the property's label, in lower case. */
  aliases: Readonly<Record<string, string>>;
  stages?: { pipeline: string; stage: string };
  /** Apps may not write it in HubSpot: it comes in by the emulated portal's own door. */
  isPeoplesOwn?: boolean;
}

/** Every imported record keeps where it came from: the exporting portal's Record ID, or a key made of its own words. */
export const importedRecordId = "imported_record_id";

const kind = (parts: Pick<Kind, "type" | "one" | "name"> & Partial<Kind>): Kind => ({
  fileName: parts.type,
  tellBy: [],
  required: [[parts.name]],
  keyBy: [[parts.name]],
  keyProperty: importedRecordId,
  aliases: {},
  ...parts,
});

export const kinds: readonly Kind[] = [
  kind({
    type: "companies",
    one: "company",
    name: "name",
    tellBy: [
      "company domain name",
      "domain",
      "parent company",
      "annual revenue",
      "annualrevenue",
      "number of employees",
    ],
    required: [["name", "domain"]],
    keyBy: [["domain"], ["name"]],
    aliases: {
      name: "name",
      "company name": "name",
      "company domain name": "domain",
      domain: "domain",
      "company owner": "hubspot_owner_id",
      country: "country",
      "state/region code": "state",
      "number of employees": "numberofemployees",
      "annual revenue": "annualrevenue",
    },
  }),
  kind({
    type: "contacts",
    one: "contact",
    name: "firstname",
    tellBy: ["first name", "firstname", "last name", "lastname", "email", "job title", "jobtitle"],
    required: [["email", "firstname", "lastname"]],
    keyBy: [["email"], ["firstname", "lastname", "company"]],
    aliases: {
      "contact owner": "hubspot_owner_id",
      "e-mail": "email",
      "email address": "email",
      "company name": "company",
      "mobile phone": "mobilephone",
    },
  }),
  kind({
    type: "deals",
    one: "deal",
    name: "dealname",
    tellBy: ["deal name", "dealname", "deal stage", "dealstage", "deal type", "dealtype"],
    required: [["dealname"], ["dealstage"]],
    keyBy: [["dealname", "createdate", "pipeline"]],
    stages: { pipeline: "pipeline", stage: "dealstage" },
    aliases: { "deal owner": "hubspot_owner_id", currency: "deal_currency_code", "closed date": "closedate" },
  }),
  kind({
    type: "tickets",
    one: "ticket",
    name: "subject",
    tellBy: ["ticket name", "subject", "ticket status", "hs_pipeline_stage", "ticket description"],
    required: [["subject"], ["hs_pipeline_stage"]],
    keyBy: [["subject", "createdate"]],
    stages: { pipeline: "hs_pipeline", stage: "hs_pipeline_stage" },
    aliases: {
      "ticket owner": "hubspot_owner_id",
      "ticket status": "hs_pipeline_stage",
      status: "hs_pipeline_stage",
      "close date": "closed_date",
    },
  }),
  kind({ type: "products", one: "product", name: "name", keyBy: [["hs_sku"], ["name"]] }),
  kind({ type: "line_items", one: "line item", name: "name", keyBy: [["name", "hs_sku", "quantity", "price"]] }),
  kind({
    type: "meetings",
    one: "meeting",
    name: "hs_meeting_title",
    required: [["hs_meeting_title"], ["hs_timestamp"]],
    keyBy: [["hs_meeting_title", "hs_timestamp"]],
    tellBy: ["meeting name", "hs_meeting_title", "meeting outcome"],
  }),
  kind({
    type: "calls",
    one: "call",
    name: "hs_call_title",
    required: [["hs_call_title"], ["hs_timestamp"]],
    keyBy: [["hs_call_title", "hs_timestamp"]],
    tellBy: ["call title", "hs_call_title", "call outcome"],
  }),
  kind({
    type: "feedback_submissions",
    one: "feedback submission",
    name: "hs_submission_name",
    keyProperty: "hs_submission_url",
    tellBy: ["survey submission name", "survey type"],
    keyBy: [["hs_submission_url"]],
    isPeoplesOwn: true,
  }),
];

/** Finds the kind of a file by its columns, and by its name where the columns leave it open. */
export function kindOf(fileName: string, headers: readonly string[], known: readonly Kind[] = kinds): Kind | undefined {
  const plain = fileName.toLowerCase().replace(/[\s-]+/g, "_");
  const named = known.filter((each) => plain.includes(each.fileName) || plain.includes(each.one.replace(" ", "_")));
  const exact = named.find((each) => plain.replace(/\.\w+$/, "") === each.fileName);
  const columns = new Set(headers.map((header) => header.toLowerCase()));
  const score = (each: Kind): number => each.tellBy.filter((header) => columns.has(header)).length;
  const best = known.reduce((first, next) => (score(next) > score(first) ? next : first));
  if (exact !== undefined && score(exact) === score(best)) return exact;
  if (score(best) > 0) return best;
  if (columns.has("company name")) return known.find((each) => each.type === "companies");
  return exact ?? named.at(-1);
}
