import type { accountKpi, accountNeed, accountPlan, company, contact, planObjective, PlainDate } from "@keyline/domain";
import type { Desk, Member, OwnerFacts, Ties } from "../desk/index.ts";
import type { Associated, Rec } from "../hubspot/index.ts";

export type CompanyRecord = Rec<(typeof company)["fields"]>;
export type PlanRecord = Rec<(typeof accountPlan)["fields"]>;
export type ObjectiveRecord = Rec<(typeof planObjective)["fields"]>;
export type KpiRecord = Rec<(typeof accountKpi)["fields"]>;
export type NeedRecord = Rec<(typeof accountNeed)["fields"]>;
export type ContactRecord = Rec<(typeof contact)["fields"]>;

/** What is known of an account after the first round of calls: the company itself, and what hangs on it by id. */
export interface PlanAccount {
  readonly id: string;
  readonly name: string;
  readonly company: CompanyRecord;
  readonly planIds: readonly string[];
  readonly objectiveIds: readonly string[];
  readonly needIds: readonly string[];
  readonly dealIds: readonly string[];
  /** With the labels of their association: who decides. */
  readonly contacts: readonly Associated[];
  /** Companies that it manages with itself, the nearest first: their needs, contacts and deals are among the account's. */
  readonly familyIds: readonly string[];
  /** The contacts of each of them. */
  readonly familyContacts: Ties;
  /** The company that each need belongs to; null: the account itself. */
  readonly needHomes: ReadonlyMap<string, string | null>;
}

/** What every section of the card is told when it presents what was read. */
export interface PlanContext {
  readonly desk: Desk;
  /** The date on the portal's clock. */
  readonly today: PlainDate;
  readonly owners: ReadonlyMap<string, OwnerFacts>;
  readonly account: PlanAccount;
  /** The plan that is shown; null while there is none. */
  readonly plan: PlanRecord | null;
  /** Companies that the account manages with itself, by name. */
  readonly family: readonly Member[];
  /** Every need of the account and its family. */
  readonly needs: readonly NeedRecord[];
  /** The metrics of the account, in the plan's period and in others. */
  readonly kpis: readonly KpiRecord[];
}
