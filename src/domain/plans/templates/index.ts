import type { AccountType } from "../../vocabulary/accounts.ts";
import { key } from "./key.ts";
import { sales } from "./sales.ts";
import { strategic } from "./strategic.ts";
import type { PlanTemplate } from "./template.ts";
import { territory } from "./territory.ts";

export type { PlanTemplate, TemplateLine } from "./template.ts";

/** What a plan starts with, by type of account. */
export const planTemplates: Readonly<Record<AccountType, PlanTemplate>> = { sales, key, territory, strategic };
