import { expect, test } from "@jest/globals";
import { openings, peersOf, whitespace } from "@keyline/domain";

const bought = (...ids: string[]) => ({ bought: new Set(ids), open: new Set<string>() });

test("what was never bought comes first, and there what most peers bought", () => {
  const account = { bought: new Set(["line"]), open: new Set(["audit", "line"]) };
  const rows = whitespace(["line", "audit", "training", "spares"], account, [
    bought("spares"),
    bought("spares", "training", "line"),
  ]);
  expect(rows.map(({ productId, state, boughtByPeers }) => `${productId} ${state} ${boughtByPeers}`)).toEqual([
    "spares never 2",
    "training never 1",
    "audit open 0",
    "line bought 1",
  ]);
});

test("an opening needs a peer who bought it", () => {
  const rows = whitespace(["spares", "training"], bought(), [bought("spares")]);
  expect(openings(rows).map(({ productId }) => productId)).toEqual(["spares"]);
});

test("peers share industry and tier; without one of them there are none", () => {
  const accounts = [
    { id: "1", industry: "FOOD", tier: "a" },
    { id: "2", industry: "FOOD", tier: "a" },
    { id: "3", industry: "FOOD", tier: "b" },
    { id: "4", industry: null, tier: "a" },
  ];
  expect(accounts.map((account) => peersOf(account, accounts).map(({ id }) => id))).toEqual([["2"], ["1"], [], []]);
});
