import { z } from "zod";
import { jsonText } from "./json-text.ts";

/** Won revenue by month, as month key to whole minor units: `{"2026-10": 1250050}`. A month without any is left out. */
export const revenueMonths = jsonText(
  "am_revenue_by_month",
  z.record(z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/), z.number().int()),
);
export type RevenueMonths = Record<string, number>;
