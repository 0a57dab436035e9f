import type { NeedsAnswer, NeedWritten } from "@keyline/domain";

/** The card with one need, and its deal, as a write left them; everything else as it was read. */
export function withWritten(answer: NeedsAnswer, { need, deal }: NeedWritten): NeedsAnswer {
  const isKnown = answer.needs.some(({ key }) => key === need.key);
  const needs = isKnown ? answer.needs.map((one) => (one.key === need.key ? need : one)) : [...answer.needs, need];
  if (!deal) return { ...answer, needs };
  return { ...answer, needs, deals: [deal, ...answer.deals.filter(({ id }) => id !== deal.id)] };
}
