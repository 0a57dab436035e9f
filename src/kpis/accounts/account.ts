import {
  company,
  isPlainDate,
  isManaged,
  dateIn,
  type AccountProperties,
  type PlainDate,
  type Settings,
} from "@keyline/domain";
import { momentMs, type Rec } from "../../hubspot/index.ts";

/** A company as its numbers see it. */
export interface Account {
  id: string;
  name: string;
  /** Its owner in HubSpot. */
  ownerId: string | null;
  parentId: string | null;
  hasChildren: boolean;
  /** Companies that were merged into it. */
  mergedIds: string[];
  /** When HubSpot saw the last call, e-mail or meeting, in milliseconds since 1970. */
  contactedAt: number | null;
  /** From the properties that the settings name. */
  contract: { ends: PlainDate | null; noticeBy: PlainDate | null; value: number | null };
  properties: { [K in keyof AccountProperties]: AccountProperties[K] | null };
}

export type AccountRecord = Rec<(typeof company)["fields"]>;

/** HubSpot's own properties of a company that are read, and those where the portal keeps its contracts. */
export function accountExtra({ renewals }: Settings): string[] {
  return [
    "name",
    "hubspot_owner_id",
    "hs_parent_company_id",
    "hs_num_child_companies",
    "hs_merged_object_ids",
    "notes_last_contacted",
    renewals.contractEndProperty,
    renewals.noticeByProperty,
    renewals.valueProperty,
  ];
}

export function accountOf({ id, raw, properties }: AccountRecord, settings: Settings, timeZone: string): Account {
  const { contractEndProperty, noticeByProperty, valueProperty } = settings.renewals;
  return {
    id,
    name: raw["name"] || id,
    ownerId: raw["hubspot_owner_id"] || null,
    parentId: raw["hs_parent_company_id"] || null,
    hasChildren: Number(raw["hs_num_child_companies"] ?? 0) > 0,
    mergedIds: (raw["hs_merged_object_ids"] ?? "").split(";").filter(Boolean),
    contactedAt: momentMs(raw["notes_last_contacted"]),
    contract: {
      ends: dateOf(raw[contractEndProperty], timeZone),
      noticeBy: dateOf(raw[noticeByProperty], timeZone),
      value: numberOf(raw[valueProperty]),
    },
    properties,
  };
}

/** Keyline measures it: it is managed. */
export function isMeasured({ properties }: Account): boolean {
  return isManaged(properties);
}

/** A date as HubSpot keeps it, or the day of a moment on the portal's clock. */
function dateOf(text: string | null | undefined, timeZone: string): PlainDate | null {
  if (isPlainDate(text)) return text;
  const ms = momentMs(text);
  return ms === null ? null : dateIn(timeZone, new Date(ms));
}

function numberOf(text: string | null | undefined): number | null {
  const value = Number(text);
  return text && Number.isFinite(value) ? value : null;
}
