import { checkIn } from "@keyline/domain";
import type { Filter, HubSpot } from "../hubspot/index.ts";
import type { Account } from "./facts.ts";

/** A check-in that waits for something, and whose it is. */
export interface Waiting {
  companyId: string;
  key: string;
}

/** What waits for the companies of one page, and for companies that should be among them and are not. */
export interface WaitingFor {
  keys: Map<string, string[]>;
  /** Archived companies, and those merged away: they are in no search. */
  adrift: string[];
}

export interface WaitingWalk {
  upTo(page: readonly Account[]): Promise<WaitingFor>;
  /** Everything beyond the last page. */
  rest(): Promise<WaitingFor>;
}

/** Pages of a search (docs, CRM search). */
const pageSize = 200;

/**
 * Finds what the companies themselves do not tell: open tasks of a company that went to the bin, and planned check-ins
 * that the planner did not make. They are read in the order of their companies, beside the pages of companies, so that
 * both can be compared without remembering either. Costs one call for each 200 of them.
 */
export function walkWaiting(hubspot: HubSpot, after: string | null): WaitingWalk {
  let cursor = Number(after ?? 0);
  let buffer: Waiting[] = [];
  let isEnd = false;

  async function fill(): Promise<void> {
    const found: Waiting[] = [];
    const beyond: Filter = { property: "company_record_id", operator: "GT", value: cursor };
    const planned: Filter = { property: "state", operator: "EQ", value: "planned" };
    for await (const page of hubspot.records(checkIn).search({
      where: [
        [{ property: "reminder_state", operator: "EQ", value: "open" }, beyond],
        [{ property: "escalation_state", operator: "EQ", value: "open" }, beyond],
        [{ property: "planned_by", operator: "EQ", value: "person" }, planned, beyond],
        [{ property: "planned_by", operator: "NOT_HAS_PROPERTY" }, planned, beyond],
      ],
      properties: ["company_record_id", "check_in_key"],
      sort: { by: "company_record_id" },
      limit: pageSize,
    })) {
      for (const { properties } of page) {
        const { company_record_id: companyId, check_in_key: key } = properties;
        if (companyId !== null && key !== null) found.push({ companyId: String(companyId), key });
      }
    }
    isEnd = found.length < pageSize;
    buffer = isEnd ? found : wholeCompanies(found);
    cursor = Number(buffer.at(-1)?.companyId ?? cursor);
  }

  async function take(until: number, ownerOf: (id: string) => string | undefined): Promise<WaitingFor> {
    const taken: Waiting[] = [];
    for (;;) {
      taken.push(...buffer.filter(({ companyId }) => Number(companyId) <= until));
      buffer = buffer.filter(({ companyId }) => Number(companyId) > until);
      if (buffer.length > 0 || isEnd || cursor > until) break;
      await fill();
    }
    const keys = new Map<string, string[]>();
    const adrift = new Set<string>();
    for (const { companyId, key } of taken) {
      const owner = ownerOf(companyId);
      if (owner === undefined) adrift.add(companyId);
      else keys.set(owner, [...(keys.get(owner) ?? []), key]);
    }
    return { keys, adrift: [...adrift] };
  }

  return {
    upTo(page) {
      const owners = new Map(page.flatMap(({ id, mergedIds }) => [id, ...mergedIds].map((one) => [one, id])));
      return take(Number(page.at(-1)?.id ?? 0), (id) => owners.get(id));
    },
    rest: () => take(Number.MAX_SAFE_INTEGER, () => undefined),
  };
}

/** The page may end in the middle of a company: the next one starts with it, unless it fills a whole page. */
function wholeCompanies(found: readonly Waiting[]): Waiting[] {
  const lastId = found.at(-1)?.companyId;
  const whole = found.filter(({ companyId }) => companyId !== lastId);
  return whole.length > 0 ? whole : [...found];
}
