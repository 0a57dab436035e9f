import type { PlainDate } from "../calendar/plain-date.ts";
import type { NeedStatus } from "../vocabulary/needs.ts";

interface Served {
  readonly status: NeedStatus;
  readonly initiatives: number;
  readonly lastConfirmedOn: PlainDate | null;
}

/** An open need is being served while something on the roadmap serves it; its two ends stay as they are. */
export function servedStatus({ status, initiatives, lastConfirmedOn }: Served): NeedStatus {
  if (status === "met" || status === "dropped") return status;
  if (initiatives > 0) return "served";
  if (status !== "served") return status;
  return lastConfirmedOn ? "confirmed" : "identified";
}
