import { company, type AccountProperties } from "@keyline/domain";
import type { HubSpot, Rec } from "../hubspot/index.ts";
import { accountFields, type Account, type AccountField } from "./facts.ts";

/** HubSpot's own properties of a company that planning reads. */
export const accountExtra = [
  "name",
  "hubspot_owner_id",
  "hs_merged_object_ids",
  "num_associated_contacts",
  "num_associated_deals",
] as const;
const read = { properties: accountFields, extra: accountExtra };

/**
 * Pages of up to 200 companies, by record id: those that are managed, and those that still say that a check-in waits.
 * `after` and `until` limit the ids, so that a pass can go on where another one stopped.
 */
export async function* searchAccounts(
  hubspot: HubSpot,
  { after, limit }: { after: string | null; limit?: number | undefined },
): AsyncGenerator<Account[]> {
  const beyond = after === null ? [] : [{ property: "hs_object_id", operator: "GT" as const, value: after }];
  const pages = hubspot.records(company).search({
    ...read,
    where: [
      [
        { property: "am_account_type", operator: "HAS_PROPERTY" },
        { property: "am_rhythm", operator: "HAS_PROPERTY" },
        ...beyond,
      ],
      [{ property: "am_next_check_in", operator: "HAS_PROPERTY" }, ...beyond],
      [{ property: "am_overdue_check_ins", operator: "GT", value: 0 }, ...beyond],
    ],
    ...(limit !== undefined && { limit }),
  });
  for await (const page of pages) yield page.map(accountOf);
}

/** Companies as they are now, not as a search remembers them; those in the bin come as archived. */
export async function readAccounts(hubspot: HubSpot, ids: readonly string[]): Promise<Account[]> {
  if (ids.length === 0) return [];
  const records = hubspot.records(company);
  const live = (await records.read(ids, read)).map(accountOf);
  const known = new Set(live.flatMap((account) => [account.id, ...account.mergedIds]));
  const missing = ids.filter((id) => !known.has(id));
  if (missing.length === 0) return live;
  const archived = (await records.read(missing, { ...read, archived: true })).map(accountOf);
  const binned = archived.filter(({ id }) => !known.has(id)).map((account) => ({ ...account, isArchived: true }));
  const found = new Set(binned.map(({ id }) => id));
  const gone = missing.filter((id) => !found.has(id)).map(goneAccount);
  return [...live, ...binned, ...gone];
}

/** A company record as planning sees it. */
export function accountOf(record: Rec<(typeof company)["fields"]>): Account {
  const { raw } = record;
  return {
    id: record.id,
    name: raw["name"] || record.id,
    ownerId: raw["hubspot_owner_id"] || null,
    mergedIds: (raw["hs_merged_object_ids"] ?? "").split(";").filter(Boolean),
    isArchived: record.isArchived,
    hasContacts: Number(raw["num_associated_contacts"] ?? 0) > 0,
    hasDeals: Number(raw["num_associated_deals"] ?? 0) > 0,
    properties: record.properties,
  };
}

/** A company that is not even in the bin: whatever is left of its check-ins is taken back. */
function goneAccount(id: string): Account {
  const properties = Object.fromEntries(accountFields.map((name) => [name, null])) as Pick<
    AccountProperties,
    AccountField
  >;
  return {
    id,
    name: id,
    ownerId: null,
    mergedIds: [],
    isArchived: true,
    hasContacts: false,
    hasDeals: false,
    properties,
  };
}
