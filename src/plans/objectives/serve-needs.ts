import { accountNeed, company, countServing, planObjective, servedStatus } from "@keyline/domain";
import { goneProblem, type Desk } from "../../desk/index.ts";
import type { NeedRecord } from "../facts.ts";

/** The need that something is to serve; null without a key. Throws `not-found` when the company has no such need. */
export async function readNeedToServe(desk: Desk, companyId: string, key: string | null): Promise<NeedRecord | null> {
  if (key === null) return null;
  const [need] = await desk.hubspot.records(accountNeed).read([key], { idProperty: accountNeed.key });
  if (need?.properties.company_record_id !== Number(companyId)) throw goneProblem("need");
  return need;
}

/**
 * Needs say how much of the roadmap serves them, counted anew from what hangs on the company. Whoever writes last has
 * counted last, so that two people at once end with the right number.
 */
export async function recountServing(
  desk: Desk,
  companyId: string,
  keys: readonly (string | null | undefined)[],
): Promise<void> {
  const { hubspot, log } = desk;
  const wanted = [...new Set(keys.flatMap((key) => key ?? []))];
  if (wanted.length === 0) return;
  const [ids, needs] = await Promise.all([
    hubspot.associations.read(company, planObjective, [companyId]),
    hubspot.records(accountNeed).read(wanted, { idProperty: accountNeed.key }),
  ]);
  const all = await hubspot.records(planObjective).read((ids.get(companyId) ?? []).map(({ id }) => id));
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
