import {
  accountNeed,
  accountPlan,
  company,
  planObjective,
  type AccountNeed,
  type AccountPlan,
  type Language,
  type PlanObjective,
  type SettingsInput,
} from "@keyline/domain";
import { whitespaceOf } from "../../src/kpis/index.ts";
import type { PlanDesk } from "../../src/plans/index.ts";
import type { HubSpot } from "../../src/hubspot/index.ts";
import { openStage as openPortalStage, type Stage as PortalStage } from "../check-ins/stage.ts";

export interface Stage extends Omit<PortalStage, "plan" | "planFew"> {
  desk: PlanDesk;
  /** One company, managed as a key account by Noura. */
  companyId: string;
  /** The desk of somebody who reads another language. */
  deskIn(language: Language): PlanDesk;
  intent(): { idempotencyKey: string; companyId: string };
  plan(values: Partial<AccountPlan> & Pick<AccountPlan, "period">): Promise<string>;
  objective(values: Partial<PlanObjective>): Promise<string>;
  need(values: Partial<AccountNeed>): Promise<string>;
  deal(properties: Record<string, string>): Promise<string>;
}

/** A provisioned portal in Riyadh at nine on Sunday 22 November 2026, with one account. */
export async function openStage(settings: Partial<SettingsInput> = {}): Promise<Stage> {
  const portal = await openPortalStage(settings);
  const [companyId = ""] = await portal.companies(1, { am_account_type: "key", am_tier: "a", am_rhythm: "monthly" });
  const deskIn = (language: Language): PlanDesk => ({
    ...portal.parts,
    portalId: "1",
    timeZone: "Asia/Riyadh",
    currency: "SAR",
    hubspot: portal.hubspot.as("interactive"),
    whitespaceOf: (id) => whitespaceOf(portal.hubspot.as("interactive"), id),
    caller: { userId: "1011", userEmail: "noura@example.com", language },
  });
  return { ...portal, companyId, desk: deskIn("en"), deskIn, ...makers(portal.hubspot, companyId) };
}

function makers(hubspot: HubSpot, companyId: string) {
  let count = 0;
  const company_record_id = Number(companyId);
  const tie = (from: Parameters<typeof hubspot.associations.create>[0], id: string, to: string, toId: string) =>
    hubspot.associations.create(from, to === "companies" ? company : accountPlan, [{ from: id, to: toId }]);
  return {
    intent: () => ({ idempotencyKey: crypto.randomUUID(), companyId }),
    async plan({ period, plan_key, ...values }: Partial<AccountPlan> & Pick<AccountPlan, "period">) {
      const key = plan_key ?? `${companyId}:${period}`;
      const properties = { plan_name: `Plan ${period}`, plan_status: "active" as const, company_record_id, period };
      const { written } = await hubspot
        .records(accountPlan)
        .upsert([{ key, properties: { ...properties, ...datesOf(period), ...values } }]);
      const id = written[0]?.id ?? "";
      await tie(accountPlan, id, "companies", companyId);
      return id;
    },
    async objective(values: Partial<PlanObjective>) {
      const key = `${companyId}:o${++count}`;
      const properties = {
        objective_name: `Objective ${count}`,
        objective_kind: "objective" as const,
        objective_status: "planned" as const,
        company_record_id,
        plan_key: `${companyId}:2026`,
      };
      const { written } = await hubspot
        .records(planObjective)
        .upsert([{ key, properties: { ...properties, ...values } }]);
      const id = written[0]?.id ?? "";
      await tie(planObjective, id, "companies", companyId);
      return id;
    },
    async need({ need_key, ...values }: Partial<AccountNeed>) {
      const key = need_key ?? `${companyId}:n${++count}`;
      const properties = { need_name: `Need ${count}`, need_status: "identified" as const, company_record_id };
      const { written } = await hubspot
        .records(accountNeed)
        .upsert([{ key, properties: { ...properties, ...values } }]);
      const id = written[0]?.id ?? "";
      await tie(accountNeed, id, "companies", companyId);
      return id;
    },
    async deal(properties: Record<string, string>) {
      const { written } = await hubspot.records("deals").create([{ properties: {}, extra: properties }]);
      const id = written[0]?.id ?? "";
      await hubspot.associations.create("deals", company, [{ from: id, to: companyId }]);
      return id;
    },
  };
}

function datesOf(period: string | null) {
  if (period?.length !== 4) return {};
  return { starts_on: `${Number(period)}-01-01`, ends_on: `${Number(period)}-12-31` } as Partial<AccountPlan>;
}
