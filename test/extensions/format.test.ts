import { describe, expect, test } from "@jest/globals";
import { dateFormat, majorUnits, numberFormat, speechOf } from "@keyline/ui";

describe("dates follow the user's locale", () => {
  test.each([
    ["en", "2026-11-24", "Tue 24 Nov"],
    ["en-gb", "2026-11-24", "Tue 24 Nov"],
    ["en-us", "2026-11-24", "Tue Nov 24"],
    ["en-gb", "2027-01-03", "Sun 3 Jan 2027"],
    ["ar-sa", "2026-11-24", "الثلاثاء ٢٤ نوفمبر"],
    ["ar", "2027-01-03", "الأحد ٣ يناير ٢٠٢٧"],
    ["ar-ae", "2026-11-24", "الثلاثاء 24 نوفمبر"],
  ] as const)("%s %s", (locale, date, words) => {
    expect(dateFormat(speechOf({ locale }).locale, "2026-11-22").day(date)).toBe(words);
  });

  test("the distance is counted in days from today", () => {
    const dates = dateFormat("en-GB", "2026-11-22");
    expect(
      (["2026-11-22", "2026-11-23", "2026-11-27", "2026-11-20"] as const).map((date) => dates.fromToday(date)),
    ).toEqual(["today", "tomorrow", "in 5 days", "2 days ago"]);
  });
});

describe("money is short, with its currency once", () => {
  test.each([
    ["en-GB", 124_000_000, "SAR", "SAR 1.24m"],
    ["en-GB", 31_000_000, "SAR", "SAR 310k"],
    ["en-GB", 12_345, "JPY", "JPY 12.3k"],
    ["en-GB", 42_087_000, "SAR", "SAR 421k"],
    ["en-GB", 5_000_000, "KWD", "KWD 5k"],
  ])("%s %d %s", (locale, minor, currency, words) => {
    expect(numberFormat(locale).money(minor, currency).replaceAll("\u00a0", " ")).toBe(words);
  });

  test("minor units are the currency's own", () => {
    expect([majorUnits(150, "SAR"), majorUnits(1500, "KWD"), majorUnits(150, "JPY")]).toEqual([1.5, 1.5, 150]);
  });

  test("Arabic numbers are written in Arabic digits where the locale does", () => {
    expect(numberFormat("ar-SA").percent(69)).toContain("٦٩");
  });
});

test("points carry their sign", () => {
  expect([-12, 0, 4].map((value) => numberFormat("en-GB").points(value))).toEqual(["−12", "0", "+4"]);
});

describe("the user's language", () => {
  test.each([
    [{ locale: "ar_SA" }, "ar"],
    [{ language: "ar" }, "ar"],
    [{ locale: "de-de" }, "en"],
    [{ locale: "no such locale" }, "en"],
    [{}, "en"],
  ])("%j speaks %s", (user, language) => expect(speechOf(user).language).toBe(language));
});
