import type { Person } from "@keyline/domain";
import type { Host } from "../host/index.ts";

/** What belongs to another company of the family goes by its name too: "Salma Haddad · Najd Dairy". */
export function withCompany(
  name: string,
  companyId: string | null,
  family: readonly Person[],
  { line }: Pick<Host, "line">,
): string {
  const company = companyId === null ? undefined : family.find(({ id }) => id === companyId);
  return company ? line([name, company.name]) : name;
}
