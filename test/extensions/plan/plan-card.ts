import { expect } from "@jest/globals";
import { Button, Link, LoadingButton, Tabs } from "@hubspot/ui-extensions";
import type { RenderedFragmentNode } from "@hubspot/ui-extensions/testing";
import {
  planAnswer,
  planValues,
  type Decider,
  type ObjectivesSection,
  type Obstacle,
  type PeopleSection,
  type PlanAnswer,
  type RoadmapItem,
} from "@keyline/domain";
import { Plan } from "../../../extensions/app/cards/Plan.tsx";
import { today } from "../answers.ts";
import { fire, plain, stage, type Asked, type Reply } from "../stage.tsx";

/** What the plan card is answered in the tests of three of its tabs. Every answer passes its own schema. */
export const salma: Decider = {
  id: "31",
  companyId: null,
  name: "Salma Haddad",
  jobTitle: "CFO",
  roles: ["economic_buyer", "signatory"],
  criteria: "Payback under three years",
  strength: 3,
  ours: { id: "11", name: "Noura Alharbi" },
  lastTalked: "2026-07-01",
  silentDays: 146,
  reportsTo: null,
  leaving: null,
  leftOn: null,
};
export const majed: Decider = {
  ...salma,
  id: "32",
  name: "Majed Alrashid",
  jobTitle: "Plant director",
  roles: ["champion"],
  strength: 5,
  lastTalked: "2026-11-20",
  silentDays: null,
  reportsTo: "31",
};
export const lina = { id: "33", companyId: null, name: "Lina Bakhsh", jobTitle: "Procurement", reportsTo: null };

export const guide: RoadmapItem = {
  id: "71",
  key: "101:guide",
  name: "Integration guide",
  kind: "initiative",
  status: "in_progress",
  description: null,
  needKey: "101:reporting",
  owner: { id: "12", name: "Tom Weber" },
  startsOn: "2026-01-11",
  dueOn: "2026-11-20",
  doneOn: null,
  isLate: true,
  quarter: "2026-Q4",
  measure: null,
  progress: 70,
  typedProgress: 70,
  isInternal: false,
};
export const satisfaction: RoadmapItem = {
  ...guide,
  id: "72",
  key: "101:satisfaction",
  name: "Satisfaction back above 80 %",
  kind: "objective",
  needKey: null,
  dueOn: "2026-12-31",
  isLate: false,
  measure: { words: null, metric: "satisfaction", unit: "percent", start: 52, now: 61, target: 80, period: "2026" },
  progress: 32,
  typedProgress: null,
};
export const frigor: Obstacle = {
  id: "81",
  key: "101:frigor",
  name: "Frigor offers line 3",
  status: "in_progress",
  description: null,
  likelihood: "medium",
  impact: "high",
  answer: null,
  owner: { id: "11", name: "Noura Alharbi" },
  nextStep: "Meet the plant director",
  nextStepOn: "2026-11-18",
  dueOn: null,
  isInternal: true,
};

interface Parts {
  people?: Partial<PeopleSection>;
  objectives?: Partial<ObjectivesSection>;
}

export function planCard({ people, objectives, ...changed }: Parts & Omit<Partial<PlanAnswer>, keyof Parts> = {}) {
  const nothing = Object.fromEntries(Object.keys(planValues.shape).map((name) => [name, null]));
  const judged = { value: null, reason: null };
  return planAnswer.parse({
    asOf: "2026-11-24T06:00:00Z",
    today,
    timeZone: "Asia/Riyadh",
    currency: "SAR",
    company: { id: "101", name: "Najd Foods" },
    access: { canWrite: true, why: null },
    unreadable: [],
    type: "key",
    tier: "a",
    leadManager: { id: "11", name: "Noura Alharbi" },
    managedUnder: null,
    health: null,
    family: [],
    account: {
      industry: null,
      employees: null,
      city: null,
      country: null,
      annualRevenueMinor: null,
      competition: judged,
      relationship: judged,
      resources: judged,
      growth_potential: judged,
      partnership_potential: judged,
      financial_health: judged,
      contractEnds: null,
      noticeBy: null,
      renewalMinor: null,
      outlook: null,
    },
    priority: { score: null, parts: [], missing: [] },
    openings: null,
    owners: [
      { id: "11", name: "Noura Alharbi" },
      { id: "12", name: "Tom Weber" },
    ],
    plan: {
      key: "101:2026",
      period: "2026",
      status: "active",
      startsOn: "2026-01-01",
      endsOn: "2026-12-31",
      id: "61",
      name: "Najd Foods 2026",
      owner: { id: "11", name: "Noura Alharbi" },
      type: "key",
      isUnfinished: false,
      carriedFrom: null,
      next: null,
      closedOn: null,
      closingNote: null,
      revenue: { goalMinor: null, toDateMinor: null, attainmentPercent: null, pace: null },
      values: { ...nothing, team: [] },
      freshness: { planTouchedOn: today, objectivesTouchedOn: today, staleAfterDays: 60 },
      resources: { norm: null, allocated: { hours: 0, budgetMinor: 0 } },
      success: { measures: [], lastReviewedOn: null, reviews: [] },
    },
    periods: [],
    start: null,
    people: { deciders: [salma, majed], around: [lina], gaps: [], ...people },
    objectives: {
      roadmap: [guide, satisfaction],
      obstacles: [frigor],
      needs: [
        {
          id: "601",
          companyId: null,
          key: "101:reporting",
          name: "Reporting in Arabic",
          isHighRisk: true,
          isOpen: true,
        },
      ],
      ...objectives,
    },
    ...changed,
  });
}

type Answering = (asked: Asked) => Reply | "no answer" | Promise<Reply | "no answer">;
export type OpenTab = Awaited<ReturnType<typeof openTab>>;

/** The card with one tab in front, over a backend that answers reads with `answer` and writes with what `onWrite` gives. */
export async function openTab(
  tab: "people" | "growth" | "obstacles",
  answer: PlanAnswer = planCard(),
  onWrite: Answering = () => saved(answer),
  locale = "en",
) {
  const backend = (asked: Asked) => (asked.method === "GET" ? { body: answer } : onWrite(asked));
  const shown = stage(Plan, backend, { locale });
  await shown.until(() => expect(shown.maybeFind(Tabs)).not.toBeNull());
  fire(shown.find(Tabs), "onSelectedChange", tab);
  return {
    ...shown,
    writes: () => shown.asked.filter(({ method }) => method === "POST"),
    alerts: () => shown.calls.filter(({ name }) => name === "addAlert").map(({ values }) => values[0]),
    /** A panel behind a link or a button, opened. Asked anew each time: the renderer gives one moment of the tree. */
    async open(name: string): Promise<() => RenderedFragmentNode> {
      const opener = () => {
        const isNamed = (node: { text: string | null }) => plain(node.text ?? "") === name;
        return shown.maybeFind(Link, isNamed) ?? shown.find(Button, isNamed);
      };
      const panel = () => {
        const { overlay } = opener().props;
        if (!overlay) throw new Error(`${name} opens nothing`);
        return overlay;
      };
      panelIn(panel()).trigger("onOpen");
      await shown.until(() => expect(panel().maybeFind(LoadingButton)).not.toBeNull());
      return panel;
    },
  };
}

function panelIn(overlay: RenderedFragmentNode): { trigger: (event: "onOpen") => void } {
  const [panel] = overlay.childNodes;
  if (!panel || !("trigger" in panel)) throw new Error("There is no panel.");
  return panel;
}

export const saved = (plan: PlanAnswer): Reply => ({ body: { outcome: "saved", plan } });

export function press(within: Pick<OpenTab, "find">, name: string, at = 0): void {
  const found = (within as OpenTab).findAll(Button, (button) => plain(button.text ?? "") === name);
  const button = found[at];
  if (!button) throw new Error(`There is no button ${name}.`);
  button.trigger("onClick");
}
