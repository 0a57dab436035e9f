import type { Holiday } from "../working-calendar.ts";
import { eidAlAdha, eidAlFitr, expected, fixed, islamicNewYear, prophetsBirthday } from "./span.ts";

const newYear = { en: "New Year's Day", ar: "رأس السنة الميلادية" };
const unionDay = { en: "National Day (Eid Al Etihad)", ar: "عيد الاتحاد" };

/**
 * The Emirates (Cabinet Resolution 27 of 2024): Eid al-Fitr 1 to 3 Shawwal, and 30 Ramadan when there is one; Arafah and
 * Eid al-Adha 9 to 12 Dhu al-Hijja. Single days may be moved to the start or the end of their week by decision.
 */
export const emirates: readonly Holiday[] = [
  ...fixed(newYear, "2026-01-01"),
  ...expected(eidAlFitr, "2026-03-19", 4),
  ...expected(eidAlAdha, "2026-05-26", 4),
  ...expected(islamicNewYear, "2026-06-16"),
  ...expected(prophetsBirthday, "2026-08-25"),
  ...fixed(unionDay, "2026-12-02", 2),
  ...fixed(newYear, "2027-01-01"),
  ...expected(eidAlFitr, "2027-03-09", 3),
  ...expected(eidAlAdha, "2027-05-15", 4),
  ...expected(islamicNewYear, "2027-06-06"),
  ...expected(prophetsBirthday, "2027-08-14"),
  ...fixed(unionDay, "2027-12-02", 2),
  ...fixed(newYear, "2028-01-01"),
  ...expected(eidAlFitr, "2028-02-26", 3),
  ...expected(eidAlAdha, "2028-05-04", 4),
  ...expected(islamicNewYear, "2028-05-25"),
  ...expected(prophetsBirthday, "2028-08-03"),
  ...fixed(unionDay, "2028-12-02", 2),
];
