import {
  checkInsAnswer,
  summaryAnswer,
  type CheckInsAnswer,
  type OfferedContact,
  type SummaryAnswer,
} from "@keyline/domain";

/** What the backend answers in these tests, on Tuesday 24 November 2026. Every answer passes its own schema. */
export const today = "2026-11-24";
const company = { id: "101", name: "Najd Foods" };
const owners = [
  { id: "11", name: "Noura Alharbi" },
  { id: "12", name: "Tom Weber" },
];
const managing: CheckInsAnswer["managing"] = {
  byType: [
    { type: "sales", tier: "c", rhythm: { name: "quarterly", rule: null } },
    { type: "key", tier: "a", rhythm: { name: "monthly", rule: "first sunday" } },
    { type: "territory", tier: "b", rhythm: { name: "every_2_months", rule: null } },
    { type: "strategic", tier: "a", rhythm: { name: "every_2_weeks", rule: "sunday" } },
  ],
  suggestedType: "key",
  suggestedStart: "2026-12-01",
  suggestedLeadManagerId: "11",
  owners,
  workingDays: ["sunday", "monday", "tuesday", "wednesday", "thursday"],
};
const facts = {
  asOf: "2026-11-24T06:00:00Z",
  today,
  timeZone: "Asia/Riyadh",
  currency: "SAR",
  company,
  access: { canWrite: true, why: null },
  unreadable: [],
} as const;

const next = {
  id: "501",
  key: "101:2026-12-06",
  slot: "2026-12-06",
  planned: "2026-12-06",
  due: "2026-12-06",
  remindOn: "2026-12-03",
  state: "planned",
  reminder: null,
} as const;

export const overdue = {
  ...next,
  id: "500",
  key: "101:2026-11-22",
  slot: "2026-11-22",
  planned: "2026-11-20",
  due: "2026-11-22",
  remindOn: "2026-11-18",
  state: "overdue",
  reminder: { taskId: "900", state: "open", url: "https://app.hubspot.com/tasks/900" },
} as const;

export const contact: OfferedContact = {
  id: "777",
  kind: "meeting",
  title: "Review",
  on: "2026-11-19",
  people: [{ id: "31", name: "S. Haddad" }],
  checkInKey: overdue.key,
};

export const promise = {
  id: "r1",
  checkInKey: "101:2026-11-01",
  what: "Send integration guide",
  who: "Tom",
  by: "2026-11-20",
  state: "open",
} as const;

export function checkIns(changed: Partial<CheckInsAnswer> = {}): CheckInsAnswer {
  return checkInsAnswer.parse({
    ...facts,
    rhythm: {
      name: "monthly",
      rule: "first sunday",
      startsOn: "2026-11-01",
      pausedFrom: null,
      pausedUntil: null,
      tightenedUntil: null,
    },
    type: "key",
    tier: "a",
    leadManager: owners[0],
    managedUnder: null,
    next,
    overdue: [],
    later: [],
    offeredContact: null,
    brief: {
      since: "2026-11-01",
      news: [
        {
          kind: "deal-won",
          deal: { id: "1", name: "Line 4 upgrade", url: "https://app.hubspot.com/deals/1" },
          on: "2026-11-09",
          amountMinor: 9_000_000,
          currency: "SAR",
        },
        { kind: "ticket-open", ticket: { id: "2", name: "Late delivery", url: null }, openedOn: "2026-11-15" },
        { kind: "number-changed", number: "satisfaction", now: 61, before: 70 },
      ],
      moreNews: 0,
      unread: [],
      askAbout: [
        {
          kind: "need",
          need: { id: "3", name: "Reporting in Arabic", url: null },
          isHighRisk: true,
          isConfirmed: false,
        },
        { kind: "objective", objective: { id: "4", name: "Second plant", url: null }, due: "2026-12-20" },
        { kind: "renewal", noticeBy: "2026-12-31", outlook: "open" },
      ],
      promised: [promise],
    },
    history: [
      {
        id: "499",
        key: "101:2026-11-01",
        due: "2026-11-01",
        state: "held",
        heldOn: "2026-11-03",
        outcome: "mixed",
        attendees: [{ id: "31", name: "S. Haddad" }],
        topics: ["Prices", "Delivery", "Reports", "Line 4"],
        progress: "Line 4 runs since the upgrade",
        recommendations: [
          { ...promise, state: "open" },
          { ...promise, id: "r2", what: "Train the planners", state: "done" },
        ],
        obstacles: "Budget freeze",
        notes: null,
        skipReason: null,
      },
    ],
    hasEarlier: false,
    contacts: [
      { id: "31", name: "S. Haddad" },
      { id: "32", name: "L. Nasser" },
    ],
    managing,
    ...changed,
  });
}

export const notManaged: Partial<CheckInsAnswer> = {
  rhythm: null,
  type: null,
  tier: null,
  leadManager: null,
  next: null,
  brief: null,
  history: [],
};

export function summary(changed: Partial<SummaryAnswer> = {}): SummaryAnswer {
  return summaryAnswer.parse({
    ...facts,
    isManaged: true,
    type: "key",
    tier: "a",
    leadManager: owners[0],
    managedUnder: null,
    health: {
      score: 72,
      band: "slipping",
      reasons: [
        { part: "attainment", points: 6, percent: 69 },
        { part: "check-ins", points: -12, overdue: 2, keptPercent: 60 },
        { part: "satisfaction", points: -9, percent: 61, before: 70 },
        { part: "tickets", points: -3, open: 1 },
      ],
    },
    revenue: {
      period: "2026",
      toDateMinor: 124_000_000,
      goalMinor: 180_000_000,
      attainmentPercent: 69,
      paceMinor: -31_000_000,
    },
    nextCheckIn: { ...next, due: "2026-11-29" },
    contract: { ends: "2027-03-31", noticeBy: "2026-12-31", valueMinor: 64_000_000, outlook: "open" },
    doNext: { kind: "log-overdue", checkIn: overdue },
    managing: null,
    ...changed,
  });
}

export const notManagedSummary: Partial<SummaryAnswer> = {
  isManaged: false,
  type: null,
  tier: null,
  leadManager: null,
  health: null,
  revenue: null,
  nextCheckIn: null,
  contract: null,
  doNext: { kind: "nothing" },
  managing,
};

export function refusal(code: string, found?: unknown) {
  return { error: { code, message: `said by the backend: ${code}`, fields: [], ...(found ? { found } : {}) } };
}
