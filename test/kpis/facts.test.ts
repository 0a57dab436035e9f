import { describe, expect, test } from "@jest/globals";
import { workingCalendar } from "@keyline/domain";
import { checkInFacts, needFacts } from "../../src/kpis/facts/own-facts.ts";
import { answerOf } from "../../src/kpis/facts/read-tickets-and-answers.ts";

const record = (raw: Record<string, string>) => ({
  id: "1",
  raw,
  properties: {},
  createdAt: "2026-03-01T22:00:00Z",
  updatedAt: "2026-05-31T22:00:00Z",
  isArchived: false,
  archivedAt: null,
});

describe("an answer to a survey", () => {
  const answer = (hs_survey_type: string, hs_value: string, hs_max_value = "") =>
    answerOf(record({ hs_survey_type, hs_value, hs_max_value })).map(({ kind, isSatisfied }) =>
      kind === "nps" ? "nps" : isSatisfied ? "satisfied" : "not satisfied",
    )[0];

  test.each([
    ["CSAT", "4", "5", "satisfied"],
    ["CSAT", "3", "5", "not satisfied"],
    ["CSAT", "5", "7", "not satisfied"],
    ["CSAT", "6", "7", "satisfied"],
    ["CSAT", "4", "", "satisfied"],
    ["CSAT", "6", "", "satisfied"],
    ["CES", "5", "", "not satisfied"],
    ["CES", "4", "5", "satisfied"],
    ["NPS", "9", "10", "nps"],
    ["CSAT", "9", "10", undefined],
    ["CUSTOM", "4", "", undefined],
    ["CUSTOM", "4", "5", "satisfied"],
    ["CSAT", "", "5", undefined],
    ["CSAT", "very", "5", undefined],
  ])("%s %s of %s is %s", (type, value, most, expected) => {
    expect(answer(type, value, most)).toBe(expected);
  });
});

const portal = { timeZone: "Asia/Riyadh", graceDays: 2, calendar: workingCalendar(["sunday", "monday"]) };
const need = {
  need_status: "met",
  voiced_on: null,
  met_on: null,
  dropped_on: null,
  risk: "high",
  initiatives: 0,
} as const;

test.each([
  ["met on a day", { met_on: "2026-04-02" }, "2026-04-02"],
  ["met, nobody knows when: when it last changed, on the portal's clock", {}, "2026-06-01"],
  ["still open", { need_status: "served" }, null],
] as const)("a need that is %s", (_case, changes, endedOn) => {
  const properties = { ...need, ...changes } as unknown as Parameters<typeof needFacts>[0]["properties"];
  expect(needFacts({ ...record({}), properties }, portal)).toMatchObject({ openedOn: "2026-03-02", endedOn });
});

test.each([
  ["the list that it holds", JSON.stringify([{ id: "a", state: "done" }]), ["done"]],
  ["the counts beside it, where there is no list", null, ["done", "open", "open"]],
  ["the counts too, where somebody spoilt the list", "two things", ["done", "open", "open"]],
])("recommendations of a check-in are %s", (_case, recommendations, states) => {
  const properties = {
    due_date: "2026-08-02",
    planned_date: null,
    held_on: "2026-08-03",
    state: "held",
    recommendations,
    recommendations_given: 3,
    recommendations_carried_out: 1,
  } as unknown as Parameters<typeof checkInFacts>[0]["properties"];
  const facts = checkInFacts({ ...record({}), properties }, portal);
  expect(facts?.promises.map(({ state }) => state)).toEqual(states);
});
