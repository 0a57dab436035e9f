import { accountNeed, company, countServing, planObjective, servedStatus } from "@keyline/domain";
import { goneProblem, readFamilyIds, type Desk } from "../../desk/index.ts";
import type { NeedRecord } from "../facts.ts";

/**
 * The need that something is to serve: of the company, or of one that it manages with itself; null without a key. Throws
 * `not-found` when none of them has such a need.
 */
export async function readNeedToServe(desk: Desk, companyId: string, key: string | null): Promise<NeedRecord | null> {
  if (key === null) return null;
  const { hubspot } = desk;
  const [[need], family] = await Promise.all([
    hubspot.records(accountNeed).read([key], { idProperty: accountNeed.key }),
    readFamilyIds(hubspot, companyId),
  ]);
  const home = need && homeOf(need);
  if (!home || (home !== companyId && !family.includes(home))) throw goneProblem("need");
  return need;
}

/** The company whose need it is, by id. */
export function homeOf({ properties }: NeedRecord): string | null {
  return properties.company_record_id === null ? null : String(properties.company_record_id);
}

/**
 * Needs say how much of the roadmap serves them, counted anew from what hangs on the company and on those whose needs they
 * are. Whoever writes last has counted last, so that two people at once end with the right number.
 */
export async function recountServing(
  desk: Desk,
  companyId: string,
  keys: readonly (string | null | undefined)[],
): Promise<void> {
  const { hubspot, log } = desk;
  const wanted = [...new Set(keys.flatMap((key) => key ?? []))];
  if (wanted.length === 0) return;
  const needs = await hubspot.records(accountNeed).read(wanted, { idProperty: accountNeed.key });
  const places = [...new Set([companyId, ...needs.flatMap((need) => homeOf(need) ?? [])])];
  const tied = await hubspot.associations.read(company, planObjective, places);
  const ids = new Set([...tied.values()].flat().map(({ id }) => id));
  const all = await hubspot.records(planObjective).read([...ids]);
  const roadmap = all.map(({ properties }) => ({
    kind: properties.objective_kind ?? ("objective" as const),
    status: properties.objective_status ?? ("planned" as const),
    dueOn: properties.due_on,
    needKey: properties.need_key,
  }));
  const { refused } = await hubspot.records(accountNeed).update(
    needs.flatMap(({ id, properties }) => {
      const initiatives = countServing(roadmap, properties.need_key ?? "");
      const { need_status: status, last_confirmed_on: lastConfirmedOn } = properties;
      const next = status && servedStatus({ status, initiatives, lastConfirmedOn });
      if (initiatives === properties.initiatives && next === status) return [];
      return [{ id, properties: { initiatives, ...(next && next !== status && { need_status: next }) } }];
    }),
  );
  for (const { problem } of refused) {
    log.warn({ companyId, reason: problem.message }, "HubSpot did not take how a need is served");
  }
}
