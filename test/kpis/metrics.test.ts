import { expect, test } from "@jest/globals";
import { parsePeriod } from "@keyline/domain";
import type {
  AnswerFacts,
  CheckInFacts,
  DealFacts,
  Facts,
  NeedFacts,
  TicketFacts,
} from "../../src/kpis/facts/facts.ts";
import { metrics } from "../../src/kpis/index.ts";
import { spanOf } from "../../src/kpis/span.ts";

const at = (text: string) => Date.parse(text);
const deal = (id: string, more: Partial<DealFacts> = {}): DealFacts => ({
  id,
  standing: "won",
  amountMinor: 10_000,
  closedAt: at("2026-08-10T09:00:00Z"),
  createdAt: at("2026-01-05T09:00:00Z"),
  dealType: null,
  pipelineId: "default",
  stageId: null,
  modifiedAt: at("2026-08-10T09:00:00Z"),
  ...more,
});
const ticket = (id: string, more: Partial<TicketFacts> = {}): TicketFacts => ({
  id,
  isClosed: false,
  closedAt: null,
  createdAt: at("2026-08-01T09:00:00Z"),
  ...more,
});
const answer = (kind: AnswerFacts["kind"], value: number, isSatisfied = false): AnswerFacts => ({
  id: `${kind}${value}`,
  kind,
  value,
  isSatisfied,
  at: at("2026-08-01T09:00:00Z"),
});
const met = (
  heldOn: CheckInFacts["heldOn"],
  state = "held",
  promises: CheckInFacts["promises"] = [],
): CheckInFacts => ({
  id: `${state}${heldOn}`,
  state,
  dueOn: "2026-08-02",
  heldOn,
  keptUntil: "2026-08-05",
  promises,
});
const need = (status: NeedFacts["status"], endedOn: NeedFacts["endedOn"]): NeedFacts => ({
  id: `${status}${endedOn}`,
  status,
  openedOn: "2026-02-01",
  endedOn,
  isHighRisk: false,
  hasInitiative: false,
});

const none: Facts = {
  deals: [],
  referredDeals: [],
  products: null,
  tickets: [],
  answers: [],
  signals: [],
  checkIns: [],
  needs: [],
  plans: [],
  isEconomicBuyerKnown: null,
};
const span = spanOf(parsePeriod("2026-Q3"), "Asia/Riyadh", new Date("2026-11-22T06:00:00Z"));
const valueOf = (name: string, facts: Partial<Facts>) =>
  metrics.find((metric) => metric.name === name)?.compute({ ...none, ...facts }, span).value;

test.each(metrics.map(({ name }) => name))("%s of nothing is no data", (name) => {
  expect(valueOf(name, {})).toBeNull();
});

const early = deal("1", { closedAt: at("2026-05-01T09:00:00Z"), amountMinor: 5_000 });
test.each<[string, string, Partial<Facts>, number | null]>([
  ["new_sales", "the first untyped deal", { deals: [deal("1")] }, 10_000],
  ["new_sales", "an untyped deal after another", { deals: [early, deal("2")] }, 0],
  ["upsell", "an untyped deal after another", { deals: [early, deal("2")] }, 10_000],
  ["new_sales", "two untyped ones at one moment: neither is earlier", { deals: [deal("9"), deal("10")] }, 20_000],
  [
    "new_sales",
    "a negative amount",
    { deals: [deal("1"), deal("2", { dealType: "newbusiness", amountMinor: -1 })] },
    9_999,
  ],
  ["new_sales", "no amount", { deals: [deal("1", { amountMinor: null })] }, 0],
  ["new_sales", "no close date", { deals: [deal("1", { closedAt: null })] }, 0],
  [
    "new_sales",
    "midnight in Riyadh after the last day",
    { deals: [deal("1", { closedAt: at("2026-09-30T21:00:00Z") })] },
    0,
  ],
  ["new_sales", "reopened", { deals: [deal("1", { standing: "open" })] }, 0],
  ["revenue_growth", "doubled", { deals: [early, deal("2")] }, 100],
  ["revenue_growth", "nothing before", { deals: [deal("2")] }, null],
  ["open_pipeline", "still open", { deals: [deal("1", { standing: "open" })] }, 10_000],
  [
    "open_pipeline",
    "closed after the period",
    { deals: [deal("1", { closedAt: at("2026-10-05T09:00:00Z") })] },
    10_000,
  ],
  [
    "open_pipeline",
    "made after the period",
    { deals: [deal("1", { standing: "open", createdAt: at("2026-10-01T09:00:00Z") })] },
    0,
  ],
  ["referrals", "a deal that came in", { referredDeals: [deal("1", { createdAt: at("2026-08-01T09:00:00Z") })] }, 1],
  ["referrals", "one recorded before", { signals: [{ id: "1", kind: "referral", happenedOn: "2026-01-01" }] }, 0],
  ["testimonials", "a case study", { signals: [{ id: "1", kind: "case_study", happenedOn: "2026-09-30" }] }, 1],
  [
    "satisfaction",
    "two of three",
    { answers: [answer("satisfaction", 5, true), answer("satisfaction", 4, true), answer("satisfaction", 1)] },
    66.7,
  ],
  [
    "nps",
    "one each way and one between",
    { answers: [answer("nps", 10), answer("nps", 9), answer("nps", 8), answer("nps", 6)] },
    25,
  ],
  ["nps", "answers of another kind", { answers: [answer("satisfaction", 5, true)] }, null],
  [
    "check_ins_kept",
    "in grace, late and skipped",
    { checkIns: [met("2026-08-05"), met("2026-08-06"), met(null, "skipped")] },
    50,
  ],
  [
    "recommendations_adopted",
    "one of two",
    {
      checkIns: [
        met("2026-08-03", "held", [
          { id: "a", state: "done" },
          { id: "b", state: "open" },
        ]),
      ],
    },
    50,
  ],
  [
    "open_tickets",
    "open, and closed later",
    { tickets: [ticket("1"), ticket("2", { isClosed: true, closedAt: at("2026-10-02T09:00:00Z") })] },
    2,
  ],
  ["open_tickets", "portal without tickets", { tickets: null }, null],
  [
    "needs_met",
    "one of two, one met before",
    { needs: [need("met", "2026-07-01"), need("identified", null), need("met", "2026-06-30")] },
    50,
  ],
])("%s: %s", (name, _case, facts, expected) => {
  expect(valueOf(name, facts)).toBe(expected);
});
