import type { Words } from "../../words.ts";
import { addDays, type PlainDate } from "../plain-date.ts";
import type { Holiday } from "../working-calendar.ts";

/** Days off that nobody can move any more. */
export function fixed(name: Words, first: PlainDate, days = 1): Holiday[] {
  return Array.from({ length: days }, (_, index) => ({ date: addDays(first, index), name }));
}

/** Days off that wait for the moon or for a decree, on the dates that are expected. */
export function expected(name: Words, first: PlainDate, days = 1): Holiday[] {
  return fixed(name, first, days).map((holiday) => ({ ...holiday, provisional: true }));
}

export const eidAlFitr: Words = { en: "Eid al-Fitr", ar: "عيد الفطر" };
export const eidAlAdha: Words = { en: "Arafah and Eid al-Adha", ar: "عرفة وعيد الأضحى" };
export const islamicNewYear: Words = { en: "Islamic New Year", ar: "رأس السنة الهجرية" };
export const prophetsBirthday: Words = { en: "Prophet's birthday", ar: "المولد النبوي" };
