import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { retryDelayMs, type Outcome } from "../../src/hubspot/retry.ts";

const outcomes: fc.Arbitrary<Outcome> = fc.oneof(
  fc.record({ kind: fc.constant("lost" as const) }),
  fc.record({ kind: fc.constant("not-sent" as const) }),
  fc.record({ kind: fc.constant("answered" as const), status: fc.integer({ min: 200, max: 599 }) }),
);
const random = fc.double({ min: 0, max: 1, noNaN: true });

test("what may have been carried out is never said twice unless that does no harm", () => {
  fc.assert(
    fc.property(outcomes, fc.integer({ min: 1, max: 20 }), random, (outcome, attempt, at) => {
      const delayMs = retryDelayMs(outcome, attempt, { attempts: 20, isIdempotent: false, random: () => at });
      const wasCarriedOut = outcome.kind === "lost" || (outcome.kind === "answered" && outcome.status !== 429);
      return !wasCarriedOut || delayMs === null;
    }),
  );
});

test("no wait is negative or longer than ten seconds, and the last attempt is the last", () => {
  fc.assert(
    fc.property(
      outcomes,
      fc.integer({ min: 1, max: 30 }),
      fc.boolean(),
      random,
      (outcome, attempt, isIdempotent, at) => {
        const delayMs = retryDelayMs(outcome, attempt, { attempts: 8, isIdempotent, random: () => at });
        return attempt >= 8 ? delayMs === null : delayMs === null || (delayMs >= 0 && delayMs <= 10_000);
      },
    ),
  );
});

test("Retry-After is honoured", () => {
  const outcome: Outcome = { kind: "answered", status: 503, retryAfterMs: 4_000 };

  expect(retryDelayMs(outcome, 1, { attempts: 8, isIdempotent: true, random: () => 0 })).toBe(4_000);
});

test("a refusal is not asked again", () => {
  for (const status of [400, 401, 403, 404, 409]) {
    const outcome: Outcome = { kind: "answered", status };
    expect(retryDelayMs(outcome, 1, { attempts: 8, isIdempotent: true, random: () => 0 })).toBeNull();
  }
});
