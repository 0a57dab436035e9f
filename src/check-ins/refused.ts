import type { Problem } from "@keyline/domain";
import type { HubSpot, ObjectRef, Pair } from "../hubspot/index.ts";

/** A write that HubSpot refused; the work is kept and tried again by the next pass. */
export interface Refused {
  companyId: string;
  what: "check-in" | "task" | "association" | "company" | "rhythm" | "notice" | "digest";
  key: string;
  message: string;
}

/** Adds what HubSpot refused to the list, with whose it was. */
export function refuse(
  refused: Refused[],
  written: { readonly refused: readonly { key: string; problem: Problem }[] },
  whose: (key: string) => Pick<Refused, "companyId" | "what">,
): void {
  for (const { key, problem } of written.refused) refused.push({ ...whose(key), key, message: problem.message });
}

/** Associates pairs; answers the `from` ids of those that HubSpot refused. */
export async function associate(
  hubspot: HubSpot,
  from: ObjectRef,
  to: ObjectRef,
  pairs: Pair[],
  refused: Refused[],
): Promise<string[]> {
  if (pairs.length === 0) return [];
  const answer = await hubspot.associations.create(from, to, pairs);
  for (const { pair, problem } of answer.refused) {
    refused.push({ companyId: "", what: "association", key: `${pair.from} ${pair.to}`, message: problem.message });
  }
  return answer.refused.map(({ pair }) => pair.from);
}
