import { expect, test } from "@jest/globals";
import { mayEdit, type ChargedWith } from "@keyline/domain";

const account = (more: Partial<ChargedWith> = {}): ChargedWith => ({
  ownerId: "noura",
  leadManagerId: null,
  teamIds: [],
  sponsorId: null,
  ...more,
});
const managers: Record<string, string> = { noura: "huda", huda: "saleh", ali: "omar", omar: "ali" };
const managerOf = (id: string) => managers[id] ?? null;

test.each<[string, Partial<ChargedWith>, string | null, boolean]>([
  ["the owner", {}, "noura", true],
  ["the owner's manager", {}, "huda", true],
  ["the manager's manager", {}, "saleh", true],
  ["somebody else", {}, "tom", false],
  ["a user who owns nothing", {}, null, false],
  ["the lead", { leadManagerId: "tom" }, "tom", true],
  ["the owner beside a lead", { leadManagerId: "tom" }, "noura", true],
  ["one of the team", { teamIds: ["x", "tom"] }, "tom", true],
  ["the sponsor", { sponsorId: "tom" }, "tom", true],
  ["one of the owner's people", { ownerId: "huda" }, "noura", false],
  ["anyone, while nobody is charged with it", { ownerId: null }, null, true],
  ["somebody else, where two manage each other", { ownerId: "ali" }, "tom", false],
  ["one of two who manage each other", { ownerId: "ali" }, "omar", true],
])("%s", (_, charged, person, expected) => {
  expect(mayEdit(account(charged), person, managerOf)).toBe(expected);
});
