import { accountPlan, frameworkKey, frameworkValues, type Language, type PlainDate } from "@keyline/domain";
import type { HubSpot } from "../hubspot/index.ts";
import { refuse, type Refused } from "./refused.ts";

/**
 * Whose digest of a day is done with, on the framework record as `2026-12-09 11,13`. The tasks themselves cannot say it:
 * one that somebody deleted is found by its key no more, and would be made again.
 */
export interface DigestMemory {
  /** Null: nobody has written the framework record yet. */
  readonly recordId: string | null;
  /** Owner ids. */
  readonly settled: ReadonlySet<string>;
}

export async function readDigestMemory(hubspot: HubSpot, day: PlainDate): Promise<DigestMemory> {
  const asked = { idProperty: accountPlan.key, properties: ["weekly_digests"] } as const;
  const record = await hubspot.records(accountPlan).readOne(frameworkKey, asked);
  const [writtenOn, ids = ""] = (record?.properties.weekly_digests ?? "").split(" ");
  const settled = writtenOn === day ? ids.split(",").filter(Boolean) : [];
  return { recordId: record?.id ?? null, settled: new Set(settled) };
}

export async function keepDigestMemory(
  hubspot: HubSpot,
  { recordId, settled }: DigestMemory,
  day: PlainDate,
  language: Language,
): Promise<Refused[]> {
  const held = { weekly_digests: `${day} ${[...settled].sort().join(",")}` };
  const plans = hubspot.records(accountPlan);
  const written = recordId
    ? await plans.update([{ id: recordId, properties: held }])
    : await plans.upsert([{ key: frameworkKey, properties: { ...frameworkValues(language), ...held } }]);
  const refused: Refused[] = [];
  refuse(refused, written, () => ({ companyId: "", what: "digest" }));
  return refused;
}
