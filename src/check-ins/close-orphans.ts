import { checkIn } from "@keyline/domain";
import type { HubSpot } from "../hubspot/index.ts";
import type { Account, PortalFacts } from "./facts.ts";
import { readAccounts } from "./read-accounts.ts";

export interface Orphans {
  /** Companies below the end of this page that have an open task but are not in it: archived, or merged away. */
  upTo(page: readonly Account[]): Promise<Account[]>;
  /** The same beyond the last page. */
  rest(): Promise<Account[]>;
}

interface Walk {
  hubspot: HubSpot;
  portal: PortalFacts;
  after: string | null;
}

/**
 * Finds tasks that a company left behind: a company in the bin is in no search. Open reminders and escalations are read
 * in the order of their companies, beside the pages of companies, so that both can be compared without remembering
 * either. Costs one call for each 200 tasks that are open.
 */
export function closeOrphans({ hubspot, after }: Walk): Orphans {
  let cursor = Number(after ?? 0);
  let buffer: string[] = [];
  let isEnd = false;

  async function fill(): Promise<void> {
    const ids: string[] = [];
    const isOpen = (property: string) => [
      { property, operator: "EQ" as const, value: "open" },
      { property: "company_record_id", operator: "GT" as const, value: cursor },
    ];
    for await (const page of hubspot.records(checkIn).search({
      where: [isOpen("reminder_state"), isOpen("escalation_state")],
      properties: ["company_record_id"],
      sort: { by: "company_record_id" },
      limit: pageSize,
    })) {
      ids.push(...page.flatMap(({ properties }) => properties.company_record_id?.toString() ?? []));
    }
    isEnd = ids.length < pageSize;
    cursor = Number(ids.at(-1) ?? cursor);
    buffer = [...new Set(ids)];
  }

  async function take(until: number, isKnown: (id: string) => boolean): Promise<Account[]> {
    const adrift: string[] = [];
    for (;;) {
      adrift.push(...buffer.filter((id) => Number(id) <= until && !isKnown(id)));
      buffer = buffer.filter((id) => Number(id) > until);
      if (buffer.length > 0 || isEnd) break;
      if (cursor > until) break;
      await fill();
    }
    return readAccounts(hubspot, adrift);
  }

  return {
    upTo(page) {
      const known = new Set(page.flatMap(({ id, mergedIds }) => [id, ...mergedIds]));
      return take(Number(page.at(-1)?.id ?? 0), (id) => known.has(id));
    },
    rest: () => take(Number.MAX_SAFE_INTEGER, () => false),
  };
}

const pageSize = 200;
