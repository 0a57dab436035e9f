import { describe, expect, test } from "@jest/globals";
import { needGaps, type NeedStanding, type PersonStanding } from "@keyline/domain";

const today = "2026-11-24";
const need = (key: string, more: Partial<NeedStanding> = {}): NeedStanding => ({
  key,
  status: "confirmed",
  risk: "low",
  knownOn: today,
  voicedBy: [],
  ...more,
});
const person = (id: string, more: Partial<PersonStanding> = {}): PersonStanding => ({
  id,
  decides: ["champion"],
  hasLeft: false,
  ...more,
});
const gaps = (more: Partial<Parameters<typeof needGaps>[0]>) => {
  const found = needGaps({ needs: [], people: [], initiatives: [], today, staleAfterDays: 90, ...more });
  const keys = (needs: { key: string }[]) => needs.map(({ key }) => key);
  return {
    unserved: keys(found.unserved),
    stale: keys(found.stale),
    unheard: found.unheard.map(({ id }) => id),
  };
};

describe("high risk without an initiative", () => {
  test.each([
    ["open, of high risk, nothing serves it", need("a", { risk: "high" }), ["a"]],
    ["of medium risk", need("a", { risk: "medium" }), []],
    ["of no known risk", need("a", { risk: null }), []],
    ["met", need("a", { risk: "high", status: "met" }), []],
    ["dropped", need("a", { risk: "high", status: "dropped" }), []],
    ["only noted", need("a", { risk: "high", status: "identified" }), ["a"]],
  ])("%s", (_, one, expected) => {
    expect(gaps({ needs: [one] }).unserved).toEqual(expected);
  });

  test.each([
    ["planned", []],
    ["done", []],
    ["dropped", ["a"]],
  ] as const)("an initiative that is %s", (status, expected) => {
    const initiatives = [{ needKey: "a", status }];
    expect(gaps({ needs: [need("a", { risk: "high" })], initiatives }).unserved).toEqual(expected);
  });
});

describe("not confirmed for too long", () => {
  test.each([
    ["2026-08-26", []],
    ["2026-08-25", ["a"]],
  ] as const)("known on %s, 90 days before being 26 August", (knownOn, expected) => {
    expect(gaps({ needs: [need("a", { knownOn })] }).stale).toEqual(expected);
  });

  test("the longest first; what has ended needs no confirming", () => {
    const needs = [
      need("a", { knownOn: "2026-03-01" }),
      need("b", { knownOn: "2025-03-01" }),
      need("c", { knownOn: "2020-01-01", status: "met" }),
    ];
    expect(gaps({ needs }).stale).toEqual(["b", "a"]);
  });
});

describe("who decides, and no need of theirs is known", () => {
  test.each([
    ["decides and said nothing", person("1"), [], ["1"]],
    ["does not decide", person("1", { decides: [] }), [], []],
    ["has left", person("1", { hasLeft: true }), [], []],
    ["voiced an open need", person("1"), [need("a", { voicedBy: ["2", "1"] })], []],
    ["voiced one that was met", person("1"), [need("a", { voicedBy: ["1"], status: "met" })], []],
    ["voiced one that turned out to be none", person("1"), [need("a", { voicedBy: ["1"], status: "dropped" })], ["1"]],
  ])("%s", (_, one, needs, expected) => {
    expect(gaps({ people: [one], needs }).unheard).toEqual(expected);
  });
});
