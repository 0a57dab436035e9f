import { describe, expect, test } from "@jest/globals";
import { describeRhythm, parseRhythm, Problem, type RhythmName } from "@keyline/domain";

function problemOf(name: RhythmName, rule: string, pause = {}): Problem {
  try {
    parseRhythm({ name, rule, anchor: "2026-11-24", ...pause });
  } catch (problem) {
    return problem as Problem;
  }
  throw new Error(`${name} took ${rule}`);
}

describe("a rule that cannot be read says what to write", () => {
  test.each<[RhythmName, string, string]>([
    ["monthly", "firts sunday", "`firts sunday` is no rhythm rule. Write for example `sunday`"],
    ["monthly", "sunday", "write `first sunday`"],
    ["weekly", "day 15", "Write for example `sunday`"],
    ["weekly", "first sunday", "Write for example `sunday`"],
    ["own", "", "Write for example `every 10 days`"],
    ["monthly", "every 10 days", "Choose that rhythm"],
    ["own", "every 10 days sunday", "Leave only `every … days`"],
    ["own", "every 0 days", "between 1 and"],
    ["monthly", "day 32", "Write a day from 1 to 31"],
    ["monthly", "months 13", "Write months from 1 to 12"],
    ["quarterly", "months 1,2,3,4,5", "at most 4 months"],
    ["monthly", "day 3 day 4", "a second time"],
    ["monthly", "day 3 first sunday", "a second time"],
  ])("%s, %s", (name, rule, message) => {
    const problem = problemOf(name, rule);
    expect(problem.message).toContain(message);
    expect(problem.fields[0]?.path).toBe("am_rhythm_rule");
    expect(problem.words?.ar).toBeTruthy();
  });

  test("a pause that ends before it starts stands at its own field", () => {
    const problem = problemOf("weekly", "", { pausedFrom: "2026-12-01", pausedUntil: "2026-11-01" });
    expect(problem.fields[0]?.path).toBe("am_paused_until");
  });
});

test("case, order, spaces and semicolons do not matter", () => {
  const [loose, neat] = [" Months 3 , 9;FIRST  Sunday ", "first sunday months 3,9"].map((rule) =>
    parseRhythm({ name: "monthly", rule, anchor: "2026-11-24" }),
  );
  expect(loose).toEqual(neat);
});

describe("in a person's words", () => {
  test.each<[RhythmName, string, string, string]>([
    ["weekly", "sunday", "Every week, Sunday", "كل أسبوع، يوم الأحد"],
    ["monthly", "first sunday", "Every month, first Sunday", "كل شهر، أول أحد"],
    ["monthly", "last thursday", "Every month, last Thursday", "كل شهر، آخر خميس"],
    ["quarterly", "day 15", "Every quarter, on the 15th", "كل ربع سنة، يوم ١٥"],
    ["monthly", "day last", "Every month, last day", "كل شهر، آخر يوم"],
    ["twice_a_year", "day 2 months 3,9", "Every March and September, on the 2nd", "كل مارس وسبتمبر، يوم ٢"],
    ["weekly", "monday months 6", "Every week, Monday, in June", "كل أسبوع، يوم الاثنين، في يونيو"],
    ["own", "every 10 days", "Every 10 days", "كل ١٠ أيام"],
    ["own", "every 2 days", "Every 2 days", "كل يومين"],
    ["own", "every 14 days", "Every 14 days", "كل ١٤ يومًا"],
    ["own", "every 6 weeks sunday", "Every 6 weeks, Sunday", "كل ٦ أسابيع، يوم الأحد"],
  ])("%s, %s", (name, rule, en, ar) => {
    const rhythm = parseRhythm({ name, rule, anchor: "2026-11-24" });
    expect([describeRhythm(rhythm, "en"), describeRhythm(rhythm, "ar")]).toEqual([en, ar]);
  });
});
