import { calls, emails, meetings, notes, tasks } from "./activities.ts";
import { lineItems, products } from "./commerce.ts";
import { companies } from "./companies.ts";
import { contacts } from "./contacts.ts";
import { deals } from "./deals.ts";
import type { ObjectType } from "./object-type.ts";
import { feedbackSubmissions, users } from "./people.ts";
import { tickets } from "./tickets.ts";

/** HubSpot's own types that the sandbox knows. */
export const standardTypes: readonly ObjectType[] = [
  contacts,
  companies,
  deals,
  tickets,
  products,
  lineItems,
  tasks,
  notes,
  meetings,
  calls,
  emails,
  feedbackSubmissions,
  users,
];

export type { ObjectType } from "./object-type.ts";
