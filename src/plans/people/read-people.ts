import { contact } from "@keyline/domain";
import type { Desk } from "../../desk/index.ts";
import type { ContactRecord, PlanAccount } from "../facts.ts";

const extra = ["firstname", "lastname", "email", "jobtitle"] as const;

/** The contacts of the account, by id. */
export async function readPeople({ hubspot }: Desk, { contacts }: PlanAccount): Promise<ContactRecord[]> {
  if (contacts.length === 0) return [];
  return hubspot.records(contact).read(
    contacts.map(({ id }) => id),
    { extra },
  );
}
