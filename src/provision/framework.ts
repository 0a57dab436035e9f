import { accountPlan, frameworkKey, frameworkValues, Problem, type AccountPlan, type Language } from "@keyline/domain";
import type { HubSpot } from "../hubspot/index.ts";

/** What the framework record holds beside what HubSpot requires of a plan. */
type Held = Pick<AccountPlan, "settings" | "provisioned_lists">;

export interface Framework {
  /** Null: nobody has written the record yet, or its object is not provisioned. */
  id: string | null;
  held: Held;
}

/** The portal's framework record, as HubSpot has it this moment. Its texts are read by whoever knows their shape. */
export async function readFramework(hubspot: HubSpot): Promise<Framework> {
  const by = { idProperty: accountPlan.key, properties: ["settings", "provisioned_lists"] } as const;
  const reading = hubspot.records(accountPlan).read([frameworkKey], by);
  const [record] = await reading.catch((problem: unknown) => {
    if (problem instanceof Problem && (problem.code === "not-provisioned" || problem.code === "not-found")) return [];
    throw problem;
  });
  const { settings = null, provisioned_lists = null } = record?.properties ?? {};
  return { id: record?.id ?? null, held: { settings, provisioned_lists } };
}

/** Writes some of it; the first to write makes the record. Throws HubSpot's refusal. */
export async function writeFramework(
  hubspot: HubSpot,
  { id }: Pick<Framework, "id">,
  held: Partial<Held>,
  language: Language,
): Promise<void> {
  const plans = hubspot.records(accountPlan);
  const { refused } = id
    ? await plans.update([{ id, properties: held }])
    : await plans.upsert([{ key: frameworkKey, properties: { ...frameworkValues(language), ...held } }]);
  if (refused[0]) throw refused[0].problem;
}
