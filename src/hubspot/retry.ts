/** What became of one try. */
export type Outcome =
  | { kind: "answered"; status: number; retryAfterMs?: number | undefined }
  /** No answer, or half of one: it may have been carried out. */
  | { kind: "lost" }
  /** Never reached HubSpot. */
  | { kind: "not-sent" };

const firstDelayMs = 250;
const longestDelayMs = 10_000;

/**
 * How long to wait before the next try; null when there should be none. A 429, and a call that was never sent, can be
 * repeated whatever it is; anything that may have been carried out only when twice does no harm. Full jitter
 * (aws.amazon.com, "Exponential Backoff And Jitter"), so that many workers do not come back at the same moment.
 */
export function retryDelayMs(
  outcome: Outcome,
  attempt: number,
  options: { attempts: number; isIdempotent: boolean; random: () => number },
): number | null {
  if (attempt >= options.attempts) return null;
  const jitterMs = options.random() * Math.min(longestDelayMs, firstDelayMs * 2 ** (attempt - 1));
  if (outcome.kind === "not-sent") return jitterMs;
  if (outcome.kind === "lost") return options.isIdempotent ? jitterMs : null;
  // The pacer already waits as long as HubSpot said; the jitter is for those who share the limit.
  if (outcome.status === 429) return jitterMs;
  if (!isPassing(outcome.status)) return null;
  return options.isIdempotent ? Math.max(outcome.retryAfterMs ?? 0, jitterMs) : null;
}

/** 423: the record is locked for a moment; 477: the account moves to another data centre (docs: error handling). */
function isPassing(status: number): boolean {
  return status >= 500 || status === 408 || status === 423 || status === 477;
}
