import { z } from "zod";
import type { AccountType } from "../vocabulary/accounts.ts";
import { metricNames, periodKinds, type MetricName } from "../vocabulary/metrics.ts";

const target = z.object({ per: periodKinds.schema, value: z.number() });

/** Targets of one type of account: a metric left out has none. Money stands in major units, as people say it. */
export const targets = z
  .record(z.string(), target)
  .refine((record) => Object.keys(record).every(metricNames.has), {
    error: ({ input }) => {
      const unknown = Object.keys(input as object).find((name) => !metricNames.has(name));
      return `There is no metric ${unknown}. Choose one of: ${metricNames.values.join(", ")}`;
    },
  })
  .transform((record) => record as Targets);

export type Target = z.output<typeof target>;
export type Targets = Partial<Record<MetricName, Target>>;

const everyAccount: Targets = {
  check_ins_kept: { per: "quarter", value: 90 },
  recommendations_adopted: { per: "quarter", value: 60 },
  satisfaction: { per: "quarter", value: 80 },
  needs_met: { per: "year", value: 50 },
};

/** What a type aims at unless the portal or the account says otherwise. No money: that is each portal's own. */
export const defaultTargets: Readonly<Record<AccountType, Targets>> = {
  sales: { ...everyAccount, revenue_growth: { per: "year", value: 5 } },
  territory: { ...everyAccount, revenue_growth: { per: "year", value: 8 }, referrals: { per: "year", value: 1 } },
  key: {
    ...everyAccount,
    revenue_growth: { per: "year", value: 12 },
    referrals: { per: "year", value: 2 },
    testimonials: { per: "year", value: 1 },
    nps: { per: "year", value: 40 },
  },
  strategic: {
    ...everyAccount,
    revenue_growth: { per: "year", value: 15 },
    referrals: { per: "year", value: 4 },
    testimonials: { per: "year", value: 2 },
    nps: { per: "year", value: 50 },
  },
};
