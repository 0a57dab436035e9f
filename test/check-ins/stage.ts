import {
  checkIn,
  company,
  declarations,
  settingsFrom,
  type AccountProperties,
  type SettingsInput,
} from "@keyline/domain";
import { planFew, planPortal, type PlanOptions, type PlannerParts } from "../../src/check-ins/index.ts";
import { quietLog } from "../../src/log.ts";
import { provision } from "../../src/provision/index.ts";
import { openPortal, type TestPortal } from "../hubspot/open-portal.ts";

export interface Stage extends TestPortal {
  parts: PlannerParts;
  /** Moves the clock of the sandbox and of the planner to a moment. */
  goTo(moment: string): Promise<void>;
  plan(options?: PlanOptions): ReturnType<typeof planPortal>;
  planFew(ids: readonly string[]): ReturnType<typeof planFew>;
  /** Makes companies; with a name for each. */
  companies(count: number, properties: Partial<AccountProperties>, extra?: Record<string, string>): Promise<string[]>;
  checkIns(): Promise<Record<string, string | null>[]>;
  tasks(): Promise<Record<string, string | null>[]>;
  people: { noura: string; tom: string; huda: string };
}

const taskProperties = [
  "keyline_task_key",
  "hs_task_subject",
  "hs_task_body",
  "hs_task_status",
  "hubspot_owner_id",
  "hs_timestamp",
];

/** A provisioned portal in Riyadh with two managers and their manager, at nine on Sunday 22 November 2026. */
export async function openStage(
  settings: Partial<SettingsInput> = {},
  { canUseTaskKey = true, scopes }: { canUseTaskKey?: boolean; scopes?: string[] } = {},
): Promise<Stage> {
  let nowMs = Date.parse("2026-11-22T06:00:00Z");
  // What the client remembers of people grows old by this clock too.
  const portal = await openPortal(scopes && { scopes }, { now: () => nowMs });
  const { hubspot, control } = portal;
  await control("PUT", "portal", { timeZone: "Asia/Riyadh" });
  const declared = declarations.filter(({ name }) => canUseTaskKey || name !== "tasks");
  await provision({ hubspot, log: quietLog }, { declarations: declared });
  const people = await makePeople(control);
  const parts: PlannerParts = {
    hubspot,
    // One manager has them all here: without room for them the due dates would be spread.
    settings: settingsFrom({ capacityPerDay: 100_000, ...settings }),
    now: () => new Date(nowMs),
    log: quietLog,
    canUseTaskKey,
  };
  const stage: Stage = {
    ...portal,
    parts,
    people,
    async goTo(moment) {
      nowMs = Date.parse(moment);
      await control("PUT", "clock", { now: new Date(nowMs).toISOString() });
    },
    plan: (options) => planPortal(parts, options),
    planFew: (ids) => planFew(parts, ids),
    async companies(count, properties, extra = {}) {
      const inputs = Array.from({ length: count }, (_, index) => ({
        properties,
        extra: { name: `Company ${index + 1}`, hubspot_owner_id: people.noura, ...extra },
      }));
      return (await hubspot.records(company).create(inputs)).written
        .map(({ id }) => id)
        .sort((a, b) => Number(a) - Number(b));
    },
    async checkIns() {
      const found = [];
      for await (const page of hubspot.records(checkIn).search({})) found.push(...page);
      return found.map(({ id, raw }) => ({ id, ...raw }));
    },
    async tasks() {
      const found = [];
      for await (const page of hubspot.records("tasks").search({ extra: taskProperties })) found.push(...page);
      return found.map(({ id, raw }) => ({ id, ...raw }));
    },
  };
  await stage.goTo("2026-11-22T06:00:00Z");
  return stage;
}

/** Noura and Tom, and Huda who manages both; user ids are 1011, 1012, 1013. */
export async function makePeople(control: TestPortal["control"]) {
  const person = (id: string, userId: number, firstName: string) => ({
    properties: { id, userId, firstName, lastName: "", email: `${firstName}@example.com`.toLowerCase() },
  });
  await control("POST", "records/owners", {
    inputs: [person("11", 1011, "Noura"), person("12", 1012, "Tom"), person("13", 1013, "Huda")],
  });
  const user = (name: string, userId: number, manager?: number) => ({
    properties: {
      hs_given_name: name,
      hs_email: `${name}@example.com`.toLowerCase(),
      hs_internal_user_id: String(userId),
      ...(manager && { hs_manager: String(manager) }),
    },
  });
  await control("POST", "records/users", {
    inputs: [user("Noura", 1011, 1013), user("Tom", 1012, 1013), user("Huda", 1013)],
  });
  return { noura: "11", tom: "12", huda: "13" };
}
