import { describe, expect, test } from "@jest/globals";
import type { NeedRow } from "@keyline/domain";
import {
  findNeeds,
  firstSort,
  noFilters,
  type Filters,
  type Gaps,
  type Sort,
} from "../../../extensions/app/cards/needs/find-needs.ts";
import { delivery, energy, proof, reporting } from "./answers.ts";

const all = [energy, proof, delivery, reporting];
const names: Record<string, string> = { "31": "S. Haddad", "32": "L. Nasser" };
const voiceOf = ({ voicedBy }: NeedRow) => names[voicedBy[0] ?? ""] ?? "";
const gaps: Gaps = { unserved: [delivery], stale: [reporting], unheard: [] };
const find = (filters: Partial<Filters> = {}, sort: Sort = firstSort, needs: readonly NeedRow[] = all) =>
  findNeeds(
    needs,
    { filters: { ...noFilters, ...filters }, sort, gaps },
    {
      voiceOf,
      companyOf: ({ companyId }) => companyId ?? "101",
      locale: "en",
      textOf: (need) => `${need.name} ${voiceOf(need)}`,
    },
  ).map(({ name }) => name);

describe("filters", () => {
  test.each<[string, Partial<Filters>, string[]]>([
    ["open ones at first", {}, ["Same-day delivery", "Reporting in Arabic", "Proof for every batch"]],
    ["one status", { status: "met" }, ["Less energy"]],
    [
      "every status",
      { status: "all" },
      ["Same-day delivery", "Reporting in Arabic", "Proof for every batch", "Less energy"],
    ],
    ["a risk", { risk: "medium" }, ["Proof for every batch"]],
    ["a source", { source: "support" }, ["Same-day delivery"]],
    ["who voiced it, also beside others", { voice: "31" }, ["Same-day delivery", "Reporting in Arabic"]],
    ["high risk without an initiative", { gap: "unserved" }, ["Same-day delivery"]],
    ["to be confirmed", { gap: "stale" }, ["Reporting in Arabic"]],
    ["several at once", { voice: "31", source: "support" }, ["Same-day delivery"]],
    ["nothing fits", { risk: "low" }, []],
  ])("%s", (_, filters, expected) => expect(find(filters)).toEqual(expected));
});

describe("search", () => {
  test.each([
    ["part of a word, in any case", "ARAB", ["Reporting in Arabic"]],
    ["words in any order", "arabic report", ["Reporting in Arabic"]],
    ["who voiced it", "nasser", ["Same-day delivery"]],
    ["spaces alone", "  ", ["Same-day delivery", "Reporting in Arabic", "Proof for every batch"]],
  ])("%s", (_, text, expected) => expect(find({ text })).toEqual(expected));

  test.each([
    ["without the short vowels", "تقارير"],
    ["with another alif", "اسرع"],
  ])("Arabic %s", (_, text) => {
    const need = { ...reporting, name: "تَقارير أسرع" };
    expect(find({ text }, firstSort, [need])).toEqual(["تَقارير أسرع"]);
  });

  test("accents are no obstacle", () => {
    expect(find({ text: "cafe" }, firstSort, [{ ...reporting, name: "Café reports" }])).toHaveLength(1);
  });
});

describe("order", () => {
  test("at first what presses most: risk, then priority, then what nobody made sure of for longest", () => {
    const need = (name: string, more: Partial<NeedRow>) => ({ ...reporting, name, ...more });
    const needs = [
      need("known today", { knownOn: "2026-11-24" }),
      need("known long ago", { knownOn: "2026-01-01" }),
      need("of low priority", { priority: "low" }),
      need("of no risk", { risk: null }),
      need("of low risk", { risk: "low" }),
    ];
    expect(find({}, firstSort, needs)).toEqual([
      "known long ago",
      "known today",
      "of low priority",
      "of low risk",
      "of no risk",
    ]);
  });

  test.each<[Sort, string[]]>([
    [{ by: "name", isDescending: false }, ["Proof for every batch", "Reporting in Arabic", "Same-day delivery"]],
    [{ by: "name", isDescending: true }, ["Same-day delivery", "Reporting in Arabic", "Proof for every batch"]],
    [{ by: "status", isDescending: false }, ["Same-day delivery", "Reporting in Arabic", "Proof for every batch"]],
    [{ by: "risk", isDescending: true }, ["Proof for every batch", "Same-day delivery", "Reporting in Arabic"]],
    [{ by: "voice", isDescending: false }, ["Proof for every batch", "Same-day delivery", "Reporting in Arabic"]],
  ])("%j", (sort, expected) => expect(find({}, sort)).toEqual(expected));

  test("names with numbers count as people do", () => {
    const needs = ["Line 10", "Line 9"].map((name) => ({ ...reporting, name }));
    expect(find({}, { by: "name", isDescending: false }, needs)).toEqual(["Line 9", "Line 10"]);
  });
});
