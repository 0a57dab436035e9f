import type { Holiday } from "../working-calendar.ts";
import { eidAlAdha, eidAlFitr, expected, fixed } from "./span.ts";

const foundingDay = { en: "Founding Day", ar: "يوم التأسيس" };
const nationalDay = { en: "National Day", ar: "اليوم الوطني" };

/**
 * Saudi Arabia, private sector: four days from the day after 29 Ramadan and four from the day of Arafah (labour law,
 * executive rules, article 24), expected by the Umm al-Qura calendar. A national day on a weekend moves by decision.
 */
export const saudiArabia: readonly Holiday[] = [
  ...fixed(foundingDay, "2026-02-22"),
  ...expected(eidAlFitr, "2026-03-19", 4),
  ...expected(eidAlAdha, "2026-05-26", 4),
  ...fixed(nationalDay, "2026-09-23"),
  ...fixed(foundingDay, "2027-02-22"),
  ...expected(eidAlFitr, "2027-03-09", 4),
  ...expected(eidAlAdha, "2027-05-15", 4),
  ...fixed(nationalDay, "2027-09-23"),
  ...fixed(foundingDay, "2028-02-22"),
  ...expected(eidAlFitr, "2028-02-26", 4),
  ...expected(eidAlAdha, "2028-05-04", 4),
  ...fixed(nationalDay, "2028-09-23"),
  ...expected({ en: "National Day (in lieu)", ar: "اليوم الوطني (بدل)" }, "2028-09-24"),
];
