import type { Pass } from "../kinds/index.ts";

/** What a reconciliation found and did. */
export interface Report {
  portalId: string;
  pass: "changes" | "full";
  /** True when it went on where an earlier one had stopped. */
  isResumed: boolean;
  /** False when it was stopped: what is done is done, the next one goes on. */
  isComplete: boolean;
  /** Changed records, by kind. A full pass does not ask for them. */
  records: Record<string, number>;
  /** Companies gone over, by what was done for them; contacts under `forget`. */
  companies: Partial<Record<Pass, number>>;
  written: number;
  refused: { key: string; message: string }[];
  /** Calls made to HubSpot. */
  calls: number;
}

export function emptyReport(pass: Report["pass"], { portalId }: { portalId: string }): Report {
  return {
    portalId,
    pass,
    isResumed: false,
    isComplete: false,
    records: {},
    companies: {},
    written: 0,
    refused: [],
    calls: 0,
  };
}
