import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { managed, openNumbers, type NumbersStage } from "./stage.ts";

let stage: NumbersStage;
let account: string;
let other: string;

beforeAll(async () => {
  stage = await openNumbers();
  account = await stage.account("Najd Foods");
  other = await stage.account("Nobody's", {});
  await stage.deal(account, "120.50", "2026-08-10");
  await stage.deal(other, "7", "2026-08-10");
}, 60_000);

afterAll(() => stage?.close());

/** `npx keyline recalculate …`, as a person runs it. */
async function keyline(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const bin = join(import.meta.dirname, "../../bin/keyline.js");
  const env = {
    ...process.env,
    HUBSPOT_API_BASE: stage.sandbox.url,
    HUBSPOT_ACCESS_TOKEN: stage.sandbox.token,
    LOG_LEVEL: "silent",
  };
  try {
    const args = [bin, "recalculate", ...words, "--now", "2026-11-22T06:00:00Z"];
    const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { env, maxBuffer: 64e6 });
    return { code: 0, out: stdout, err: stderr };
  } catch (failed) {
    const { code, stdout, stderr } = failed as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, err: stderr };
  }
}

test("--json prints every metric of every managed account, what was written and what stood", async () => {
  const { code, out } = await keyline("--period", "2026-Q3", "--json");
  const answer = JSON.parse(out) as { companies: Record<string, Record<string, unknown>>; written: number };
  expect(code).toBe(0);
  expect(Object.keys(answer)).toEqual(["period", "companies", "written", "unchanged"]);
  expect(Object.keys(answer.companies)).toEqual([account]);
  expect(answer.companies[account]?.["upsell"]).toEqual({
    value: 12_050,
    unit: "money",
    currency: "SAR",
    evidence: [expect.stringMatching(/^\d+$/)],
  });
  expect(answer.companies[account]?.["nps"]).toEqual({ value: null, unit: "score", evidence: [] });
  expect(answer.written).toBeGreaterThan(12);

  const again = JSON.parse((await keyline("--period", "2026-Q3", "--json")).out) as { written: number };
  expect(again.written).toBe(0);
}, 60_000);

test("--company covers those named, managed or not; --dry-run writes nothing", async () => {
  const { out } = await keyline("--period", "2026-Q3", "--company", other, "--dry-run", "--json");
  const answer = JSON.parse(out) as { companies: Record<string, Record<string, { value: number }>>; written: number };
  expect(answer.companies[other]?.["upsell"]?.value).toBe(700);
  expect(answer).toMatchObject({ written: 0, wouldWrite: 13 });
  expect(await stage.properties(other)).toMatchObject({ am_last_recalculated: null });
}, 60_000);

test.each([
  ["no period", [], /--period 2026-Q3/],
  ["what is no period", ["--period", "2026-13"], /no period.*2026-11/],
  ["what is no company", ["--period", "2026-Q3", "--company", "Najd"], /--company takes record ids.*"Najd"/],
  ["a company that is not there", ["--period", "2026-Q3", "--company", "42"], /no company 42/],
])(
  "%s is said with what to do, and nothing is written",
  async (_case, words, says) => {
    const { code, err } = await keyline(...words);
    expect(code).toBe(1);
    expect(err).toMatch(says);
  },
  60_000,
);

test("what HubSpot refuses is named with its reason, the rest is kept, and the exit code says so", async () => {
  const rule = { objectType: "companies", when: { property: "am_tier", value: "a" }, requires: "am_territory" };
  const strict = await stage.account("Strict", { ...managed, am_tier: "b" });
  await stage.hubspot.records("companies").update([{ id: strict, properties: {}, extra: { am_tier: "a" } }]);
  await stage.control("PUT", "portal", { writeRules: [rule] });
  const { code, out } = await keyline("--period", "2026-10", "--json");
  const answer = JSON.parse(out) as { written: number; refused: { key: string; reason: string }[] };
  expect(code).toBe(1);
  expect(answer.refused).toEqual([{ key: strict, reason: expect.stringContaining("am_territory") }]);
  const again = JSON.parse((await keyline("--period", "2026-10", "--json")).out) as { written: number };
  expect([answer.written > 12, again.written]).toEqual([true, 0]);
}, 60_000);
