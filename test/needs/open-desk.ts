import {
  accountNeed,
  company,
  contact,
  needRoutes,
  type AddNeed,
  type NeedRow,
  type NeedsAnswer,
} from "@keyline/domain";
import type { Desk } from "../../src/desk/index.ts";
import { needActions } from "../../src/needs/index.ts";
import { openStage, type Stage } from "../check-ins/stage.ts";

/** A provisioned portal with one company, its people, and the needs card's actions as Noura asks for them. */
export interface NeedDesk {
  stage: Stage;
  desk: Desk;
  companyId: string;
  read(): Promise<NeedsAnswer>;
  /** Parsed by the route's own answer, as the card does. */
  add(more?: Partial<AddNeed>): Promise<NeedRow>;
  /** Makes a contact of the company. */
  person(name: string, roles?: ("economic_buyer" | "champion")[]): Promise<string>;
  /** Makes a deal of the company. */
  deal(name: string, extra?: Record<string, string>): Promise<string>;
  needsInHubSpot(): Promise<Record<string, string | null>[]>;
  dealsInHubSpot(): Promise<string[]>;
  close(): Promise<void>;
}

export const intent = () => ({ idempotencyKey: crypto.randomUUID() });

export async function openDesk(settings: Parameters<typeof openStage>[0] = {}): Promise<NeedDesk> {
  const stage = await openStage(settings);
  const { hubspot } = stage;
  const [companyId = ""] = await stage.companies(1, {});
  const desk: Desk = {
    ...stage.parts,
    portalId: "1",
    timeZone: "Asia/Riyadh",
    currency: "SAR",
    hubspot: hubspot.as("interactive"),
    caller: { userId: "1011", userEmail: "noura@example.com", language: "en" },
  };
  const idsOf = async (object: string, extra: string[]) => {
    const found = [];
    for await (const page of hubspot.records(object).list({ extra })) found.push(...page);
    return found;
  };
  return {
    stage,
    desk,
    companyId,
    read: async () => needRoutes.needs.answer.parse(await needActions.needs(desk, { companyId, lang: "en" })),
    async add(more = {}) {
      const asked = needRoutes.addNeed.request.parse({
        ...intent(),
        companyId,
        onceId: crypto.randomUUID(),
        name: "Reporting in Arabic",
        kind: "improvement",
        priority: "high",
        risk: "high",
        source: "stakeholder_meeting",
        what: "Reports that shift leaders read",
        why: "Auditors ask them",
        evidence: null,
        voicedById: null,
        voicedOn: "2026-11-03",
        ...more,
      });
      return needRoutes.addNeed.answer.parse(await needActions.addNeed(desk, asked)).need;
    },
    async person(name, roles = []) {
      const properties = { am_decision_role: roles };
      const made = await hubspot.records(contact).create([{ properties, extra: { firstname: name } }]);
      const id = made.written[0]?.id ?? "";
      await hubspot.associations.create(contact, company, [{ from: id, to: companyId }]);
      return id;
    },
    async deal(name, extra = {}) {
      const values = { dealname: name, pipeline: "default", dealstage: "appointmentscheduled", ...extra };
      const made = await hubspot.records("deals").create([{ properties: {}, extra: values }]);
      const id = made.written[0]?.id ?? "";
      await hubspot.associations.create("deals", company, [{ from: id, to: companyId }]);
      return id;
    },
    needsInHubSpot: async () =>
      (await idsOf("p_account_need", Object.keys(accountNeed.fields))).map(({ id, raw }) => ({ id, ...raw })),
    dealsInHubSpot: async () => (await idsOf("deals", [])).map(({ id }) => id),
    close: () => stage.close(),
  };
}
