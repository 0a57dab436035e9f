import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import {
  accountNeed,
  accountPlan,
  company,
  contact,
  planAnswer,
  planObjective,
  type Fields,
  type Language,
  type PaperAudience,
  type PlanAnswer,
} from "@keyline/domain";
import { planPage } from "../../src/paper/index.ts";
import { planActions } from "../../src/plans/index.ts";
import { openStage, type Stage } from "../plans/stage.ts";

/**
 * Every text that anybody can write about an account is filled with a word of its own. Then the customer's page is
 * looked at: only the words of this list may be on it, and every one of them is.
 */
const forCustomer = [
  "plan:growth",
  "plan:who_is_told",
  "plan:our_promises",
  "plan:their_promises",
  "plan:agreed_by",
  "shared:objective_name",
  "shared:description",
];

/** What a person can type into a declared object: its texts, but for keys and for JSON that we keep there. */
const ours =
  /_key$|carried_from|settings|provisioned_lists|weekly_digests|reviews|team_roles|_reasons$|am_targets|am_score|am_products|am_check_in_slots|am_kpi_mark|am_rhythm_rule|am_decides_at|am_reports_to|am_managed_under|_id$/;
const typed = (object: { fields: Fields }, mark: string) =>
  Object.fromEntries(
    Object.entries(object.fields)
      .filter(([name, field]) => (field.kind === "text" || field.kind === "longText") && !ours.test(name))
      .filter(([name]) => name !== "period")
      .map(([name]) => [name, word(`${mark}:${name}`)]),
  );
const word = (name: string) => `⟦${name}⟧`;
const wordsIn = (page: string) =>
  [...new Set([...page.matchAll(/⟦([\w:]+)⟧/g)].map(([, name]) => name ?? ""))].toSorted();

let stage: Stage;
let answer: PlanAnswer;

beforeAll(async () => {
  stage = await openStage();
  const { hubspot, companyId, people } = stage;
  const team = [{ ownerId: people.noura, role: "lead_manager", duty: word("team:duty"), hours: 10 }];
  const reviews = [
    { on: "2026-06-22", by: people.tom, changes: [word("review:changes")], decisions: word("review:decisions") },
  ];
  await stage.plan({
    period: "2026",
    ...typed(accountPlan, "plan"),
    plan_status: "active",
    revenue_goal: 7_654_321,
    budget: 8_765_432,
    budget_spent: 6_543_219,
    hours_planned: 4_321,
    hours_spent: 3_219,
    review_rhythm: "quarterly",
    agreed_on: "2026-01-19",
    team_roles: JSON.stringify(team),
    reviews: JSON.stringify(reviews),
  });
  const roadmap = { objective_status: "in_progress", due_on: "2026-12-15", hubspot_owner_id: people.tom } as const;
  const need = await stage.need({ ...typed(accountNeed, "need"), need_status: "confirmed", risk: "high" });
  const [needRecord] = await hubspot.records(accountNeed).read([need]);
  await stage.objective({
    ...typed(planObjective, "shared"),
    ...roadmap,
    need_key: needRecord?.properties.need_key ?? null,
  });
  await stage.objective({ ...typed(planObjective, "internal"), ...roadmap, is_internal: true });
  await stage.objective({ ...typed(planObjective, "sales"), ...roadmap, kpi_metric: "upsell" });
  await stage.objective({ ...typed(planObjective, "dropped"), ...roadmap, objective_status: "dropped" });
  await stage.objective({
    ...typed(planObjective, "obstacle"),
    ...roadmap,
    objective_kind: "obstacle",
    likelihood: "high",
    impact: "high",
  });
  await hubspot.records(company).update([
    {
      id: companyId,
      properties: {
        am_competition: 2,
        am_relationship: 4,
        am_health_score: 73,
        am_health_band: "slipping",
        am_notice_by: "2026-12-31",
        am_renewal_value: 5_432_198,
        am_factor_reasons: JSON.stringify({
          competition: word("factor:competition"),
          relationship: word("factor:relationship"),
        }),
      },
      extra: { name: "Najd Foods", city: word("company:city"), industry: "FOOD_PRODUCTION" },
    },
  ]);
  const { written } = await hubspot.records(contact).create([
    {
      properties: {
        ...typed(contact, "contact"),
        am_decision_role: ["economic_buyer", "blocker"],
        am_relationship_strength: 2,
        am_relationship_owner: people.huda,
      },
      extra: { firstname: word("contact:firstname"), lastname: "", jobtitle: word("contact:jobtitle") },
    },
  ]);
  await hubspot.associations.create("contacts", company, [{ from: written[0]?.id ?? "", to: companyId }]);
  const whitespaceOf = async () => ({
    isKnown: true,
    peers: 3,
    industry: null,
    tier: null,
    rows: [
      { productId: "1", name: word("opening:name"), price: 90, state: "never" as const, boughtByPeers: 2, peers: 3 },
    ],
  });
  const desk = { ...stage.desk, whitespaceOf };
  answer = planAnswer.parse(await planActions.plan(desk, { companyId, planKey: `${companyId}:2026`, lang: "en" }));
}, 60_000);

afterAll(() => stage?.close());

const page = (audience: PaperAudience, language: Language = "en") => planPage(answer, audience, language);
const readable = (text: string) => text.replaceAll(/<style>[^]*?<\/style>|<script>[^]*?<\/script>|<[^>]+>/g, " ");

describe("the customer's version", () => {
  test.each(["en", "ar"] as const)("in %s holds the words that are for them, all of them, and no other", (language) => {
    expect(wordsIn(page("customer", language))).toEqual(forCustomer.toSorted());
  });

  test("tells no goal, revenue, budget, hours, renewal, health or score", () => {
    const text = readable(page("customer")).replaceAll(/[,\s.]/g, "");
    for (const figure of ["7654321", "8765432", "6543219", "5432198", "4321", "3219", "73"])
      expect(text).not.toContain(figure);
  });

  test.each([
    [
      "en",
      /internal|health|slipping|priority|competit|relationship|weakness|threat|budget|economic buyer|blocker|upsell|obstacle|in the way|tier/i,
    ],
    [
      "ar",
      /داخلي|السلامة|يتراجع|الأولوية|المنافس|العلاقة|الضعف|التهديد|الميزانية|صاحب القرار|المعارض|عقبة|يعترض|الفئة/,
    ],
  ] as const)("has no title of what is ours, in %s", (language, titles) => {
    expect(readable(page("customer", language))).not.toMatch(titles);
  });

  test("says who does what on our side, and who agreed on which day", () => {
    const text = readable(page("customer"));
    for (const said of ["Noura", "Lead manager", "Tom", "19 January 2026", "15 Dec 2026", "Najd Foods"])
      expect(text).toContain(said);
  });

  test("says what we aim at in serving them, and nothing that we sell", () => {
    const text = readable(page("customer"));
    expect(text).toMatch(/What we measure ourselves by\s+Satisfaction\s+80%/);
    expect(text).not.toMatch(/Revenue growth|New sales|Referrals|Needs met/);
  });

  test("is not made at all while its roadmap or people cannot be read", () => {
    for (const part of ["objectives", "owners"] as const) {
      expect(() => planPage({ ...answer, unreadable: [part] }, "customer", "en")).toThrow(/could not be read/);
    }
  });
});

describe("the version for inside", () => {
  test("holds all that the plan says, and says that it is internal", () => {
    const shown = wordsIn(page("inside"));
    const missing = Object.keys(typed(accountPlan, "plan"))
      .map((name) => `plan:${name}`)
      // The company's own name stands there; why it was closed belongs to a closed plan.
      .filter((name) => !shown.includes(name) && !["plan:closing_note"].includes(name));
    expect(missing).toEqual([]);
    expect(shown).toEqual(
      expect.arrayContaining([
        "internal:objective_name",
        "sales:objective_name",
        "obstacle:objective_name",
        "obstacle:answer",
        "contact:firstname",
        "contact:am_decision_criteria",
        "factor:competition",
        "review:decisions",
        "team:duty",
        "need:need_name",
      ]),
    );
    expect(readable(page("inside"))).toContain("Internal: not for the customer");
  });

  test("names what could not be read", () => {
    const text = readable(planPage({ ...answer, unreadable: ["people"] }, "inside", "en"));
    expect(text).toContain("Could not be read just now, and is missing here: Who decides");
  });
});

test.each(["inside", "customer"] as const)("what people write is text and never HTML (%s)", (audience) => {
  const attack = `<script>alert(1)</script><img src=x onerror=alert(1)>"'&`;
  const { plan } = answer;
  if (!plan) throw new Error("The plan is there.");
  const values = { ...plan.values, growth: attack, ourPromises: attack, agreedBy: attack, internalNotes: attack };
  const roadmap = answer.objectives.roadmap.map((one) => ({ ...one, name: attack, description: attack }));
  const attacked: PlanAnswer = {
    ...answer,
    company: { ...answer.company, name: attack },
    plan: { ...plan, name: attack, values },
    objectives: { ...answer.objectives, roadmap },
  };
  const shown = planPage(attacked, audience, "en");
  expect(shown).not.toMatch(/<img|<script>alert|onerror=alert\(1\)>"/);
  expect(shown).toContain("&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;");
});

test.each([
  ["en", "ltr"],
  ["ar", "rtl"],
] as const)("the page says its language and direction: %s", (language, direction) => {
  expect(page("inside", language)).toContain(`<html lang="${language}" dir="${direction}">`);
});
