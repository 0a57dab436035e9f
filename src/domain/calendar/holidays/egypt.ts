import { dateFrom } from "../plain-date.ts";
import type { Holiday } from "../working-calendar.ts";
import { eidAlAdha, eidAlFitr, expected, fixed, islamicNewYear, prophetsBirthday } from "./span.ts";

const shamElNessim = { en: "Sham El-Nessim", ar: "شم النسيم" };

/**
 * Egypt: fixed days stand on their date (the cabinet often moves one from the middle of a week to its Thursday, weeks
 * before); Sham El-Nessim is the Monday after Coptic Easter; the moon decides the others.
 */
export const egypt: readonly Holiday[] = [
  ...[2026, 2027, 2028].flatMap(fixedDays),
  ...fixed(shamElNessim, "2026-04-13"),
  ...fixed(shamElNessim, "2027-05-03"),
  ...fixed(shamElNessim, "2028-04-17"),
  ...expected(eidAlFitr, "2026-03-20", 3),
  ...expected(eidAlAdha, "2026-05-26", 4),
  ...expected(islamicNewYear, "2026-06-16"),
  ...expected(prophetsBirthday, "2026-08-25"),
  ...expected(eidAlFitr, "2027-03-09", 3),
  ...expected(eidAlAdha, "2027-05-15", 4),
  ...expected(islamicNewYear, "2027-06-06"),
  ...expected(prophetsBirthday, "2027-08-14"),
  ...expected(eidAlFitr, "2028-02-26", 3),
  ...expected(eidAlAdha, "2028-05-04", 4),
  ...expected(islamicNewYear, "2028-05-25"),
  ...expected(prophetsBirthday, "2028-08-03"),
];

function fixedDays(year: number): Holiday[] {
  return [
    ...fixed({ en: "Coptic Christmas", ar: "عيد الميلاد المجيد" }, dateFrom(year, 1, 7)),
    ...fixed({ en: "25 January Revolution and Police Day", ar: "ثورة 25 يناير وعيد الشرطة" }, dateFrom(year, 1, 25)),
    ...fixed({ en: "Sinai Liberation Day", ar: "عيد تحرير سيناء" }, dateFrom(year, 4, 25)),
    ...fixed({ en: "Labour Day", ar: "عيد العمال" }, dateFrom(year, 5, 1)),
    ...fixed({ en: "30 June Revolution", ar: "ثورة 30 يونيو" }, dateFrom(year, 6, 30)),
    ...fixed({ en: "23 July Revolution", ar: "ثورة 23 يوليو" }, dateFrom(year, 7, 23)),
    ...fixed({ en: "Armed Forces Day", ar: "عيد القوات المسلحة" }, dateFrom(year, 10, 6)),
  ];
}
