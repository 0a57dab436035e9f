import { z } from "zod";

const weight = z.number().min(0, "A weight is 0 or more").max(100, "A weight is at most 100");
const weights = <K extends string>(defaults: Record<K, number>) => {
  const shape = Object.fromEntries(
    Object.entries<number>(defaults).map(([key, value]) => [key, weight.default(value)]),
  );
  return z
    .object(shape as Record<K, z.ZodDefault<z.ZodNumber>>)
    .refine((values) => Object.values(values).some((value) => Number(value) > 0), "At least one weight must be over 0");
};

/** How much each judged factor counts in the priority score. */
export const priorityWeights = weights({
  competition: 10,
  relationship: 20,
  resources: 10,
  growth_potential: 25,
  partnership_potential: 20,
  financial_health: 15,
});

/** How much each reason counts in the selection score. */
export const selectionWeights = weights({ growth: 30, return: 30, standing: 20, new_markets: 20 });

/** How many of the 100 points each part of health carries, before missing parts are left out. */
export const healthWeights = weights({
  relationship: 20,
  satisfaction: 20,
  attainment: 15,
  check_ins: 15,
  needs: 10,
  tickets: 5,
  trend: 5,
  renewal: 10,
});
