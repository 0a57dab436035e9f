import {
  choicesAnswer,
  portfolioAnswer,
  type ChoicesAnswer,
  type PortfolioAnswer,
  type PortfolioReady,
  type PortfolioRow,
} from "@keyline/domain";

const facts = {
  asOf: "2026-11-22T07:42:00Z",
  today: "2026-11-22",
  timeZone: "Asia/Riyadh",
  currency: "SAR",
  access: { canWrite: true, why: null },
  unreadable: [],
} as const;
const noura = { id: "11", name: "Noura Alharbi" };
const tom = { id: "12", name: "Tom Weber" };

export const najd: PortfolioRow = {
  account: { id: "101", name: "Najd Foods", url: "https://app.hubspot.com/contacts/1/record/0-2/101" },
  type: "key",
  tier: "a",
  health: { score: 62, band: "slipping", change: -8 },
  attainmentPercent: 69,
  nextCheckIn: "2026-12-06",
  overdueCheckIns: 2,
  overdueSince: "2026-11-20",
  plan: { status: "active", untouchedDays: 82 },
  notice: { by: "2026-12-31", outlook: "open" },
  recurringMinor: 37_600_000,
  lead: noura,
};

/** An account of which nothing is known yet. */
export const gulf: PortfolioRow = {
  account: { id: "102", name: "Gulf Line", url: null },
  type: "sales",
  tier: null,
  health: { score: null, band: "unknown", change: null },
  attainmentPercent: null,
  nextCheckIn: null,
  overdueCheckIns: 0,
  overdueSince: null,
  plan: null,
  notice: null,
  recurringMinor: null,
  lead: null,
};

export function portfolio(changed: Partial<PortfolioReady> = {}): PortfolioAnswer {
  return portfolioAnswer.parse({
    ...facts,
    state: "ready",
    scope: "mine",
    inScope: { mine: 38, team: 120, all: 400 },
    matches: 38,
    page: 1,
    rows: [najd, gulf],
    top: {
      overdueCheckIns: 5,
      atRisk: 3,
      period: "2026",
      revenue: { toDateMinor: 1_420_000_000, goalMinor: 2_100_000_000, withoutGoal: 2 },
    },
    charts: {
      attainmentByManager: [
        { manager: tom, percent: 41.5, accounts: 8 },
        { manager: noura, percent: 69, accounts: 20 },
      ],
      healthByTier: [{ tier: "a", healthy: 4, slipping: 2, at_risk: 1, unknown: 0 }],
      overdueByWeek: {
        earlier: 1,
        weeks: [
          { from: "2026-11-08", count: 0 },
          { from: "2026-11-15", count: 4 },
        ],
      },
      revenueByMonth: [
        { month: "2026-11", revenueMinor: 120_000_000, goalMinor: 175_000_000 },
        { month: "2026-12", revenueMinor: null, goalMinor: 175_000_000 },
      ],
    },
    managers: [
      {
        manager: noura,
        isActive: true,
        accounts: 9,
        byType: { key: 9 },
        loadPercent: 113,
        overdueCheckIns: 5,
        atRisk: 2,
        attainmentPercent: 69,
      },
      {
        manager: tom,
        isActive: false,
        accounts: 3,
        byType: { sales: 1, strategic: 2 },
        loadPercent: 52,
        overdueCheckIns: 0,
        atRisk: 1,
        attainmentPercent: null,
      },
    ],
    norms: { sales: 60, key: 8, territory: 30, strategic: 4 },
    leads: [noura, tom],
    staleAfterDays: 60,
    ...changed,
  });
}

export const preparing: PortfolioAnswer = { ...facts, unreadable: [], state: "preparing", read: 800, total: 5_000 };

export function choices(changed: object = {}): ChoicesAnswer {
  return choicesAnswer.parse({
    ...facts,
    state: "ready",
    rows: [
      {
        company: { id: "201", name: "Ahsa Poultry", url: "https://app.hubspot.com/contacts/1/record/0-2/201" },
        score: 78,
        reasons: [
          { part: "growth", points: 30, max: 33.3, text: "Can grow: 5 of 5" },
          { part: "return", points: 26.3, max: 33.3, text: "Brings more revenue than 80% of accounts" },
        ],
        missing: ["new_markets"],
        revenueMinor: 45_000_000,
        owner: noura,
      },
      {
        company: { id: "202", name: "Delta Dairy", url: null },
        score: null,
        reasons: [],
        missing: ["growth", "return", "standing", "new_markets"],
        revenueMinor: null,
        owner: null,
      },
    ],
    page: 1,
    total: 60,
    isCut: true,
    ...changed,
  });
}
