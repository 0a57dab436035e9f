import { company, type Person } from "@keyline/domain";
import type { Desk } from "../desk/index.ts";
import type { PlanAccount } from "./facts.ts";

/** The companies that this one manages with itself, by name; none unless it is set to. */
export async function readSubsidiaries({ hubspot }: Desk, account: PlanAccount): Promise<Person[]> {
  const { subsidiaryIds, company: record } = account;
  if (record.properties.am_manages_family !== true || subsidiaryIds.length === 0) return [];
  const found = await hubspot.records(company).read(subsidiaryIds, { properties: [], extra: ["name"] });
  const named = found.map(({ id, raw }) => ({ id, name: raw["name"] || id }));
  return named.toSorted((one, other) => one.name.localeCompare(other.name));
}
