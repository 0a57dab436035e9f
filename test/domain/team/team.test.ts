import { expect, test } from "@jest/globals";
import { defaultSettings, planTeam, Problem, teamOfAccount, workloads } from "@keyline/domain";

test("a team is read as it was written, and no text is no team", () => {
  const team = [{ ownerId: "7", role: "lead_manager" as const, hours: 40 }];
  expect(planTeam.read(planTeam.write(team))).toEqual(team);
  expect([planTeam.read(null), planTeam.read(" ")]).toEqual([null, null]);
});

test.each(["{", "{}", '[{"ownerId":"7","role":"boss"}]'])("%s is no team", (text) => {
  expect(() => planTeam.read(text)).toThrow(Problem);
});

test("each person stands once in the team of an account, in the role that weighs most", () => {
  const team = teamOfAccount({ am_lead_manager: "1", am_team: ["1", "2", "3"], am_executive_sponsor: "3" });
  expect(team.map(({ ownerId, role }) => `${ownerId} ${role}`)).toEqual([
    "1 lead_manager",
    "3 executive_sponsor",
    "2 account_manager",
  ]);
});

test("four of eight key accounts and thirty of sixty sales accounts are a full load", () => {
  const accounts = [
    ...Array.from({ length: 4 }, () => ({ leadManagerId: "1", type: "key" as const })),
    ...Array.from({ length: 30 }, () => ({ leadManagerId: "1", type: "sales" as const })),
    { leadManagerId: "2", type: "strategic" as const },
    { leadManagerId: null, type: "strategic" as const },
  ];
  expect(workloads(accounts, defaultSettings.accountsPerManager)).toEqual([
    { managerId: "1", accounts: 34, byType: { key: 4, sales: 30 }, loadPercent: 100 },
    { managerId: "2", accounts: 1, byType: { strategic: 1 }, loadPercent: 25 },
  ]);
});
