import { defineChoices, type ChoiceOf } from "../../vocabulary/define-choices.ts";
import type { Holiday } from "../working-calendar.ts";
import { egypt } from "./egypt.ts";
import { emirates } from "./emirates.ts";
import { saudiArabia } from "./saudi-arabia.ts";

/** The countries whose public holidays come with Keyline. */
export const holidayCountries = defineChoices({
  saudi_arabia: { en: "Saudi Arabia", ar: "السعودية" },
  emirates: { en: "United Arab Emirates", ar: "الإمارات" },
  egypt: { en: "Egypt", ar: "مصر" },
});
export type HolidayCountry = ChoiceOf<typeof holidayCountries>;

/** Public holidays from 2026 to 2028. */
export const shippedHolidays: Readonly<Record<HolidayCountry, readonly Holiday[]>> = {
  saudi_arabia: saudiArabia,
  emirates,
  egypt,
};

/** The country whose holidays a portal most likely keeps, by its time zone; none when we ship no list for it. */
export function holidayCountryOf(timeZone: string): HolidayCountry | undefined {
  const byZone: Record<string, HolidayCountry> = {
    "Asia/Riyadh": "saudi_arabia",
    "Asia/Dubai": "emirates",
    "Africa/Cairo": "egypt",
  };
  return byZone[timeZone];
}
