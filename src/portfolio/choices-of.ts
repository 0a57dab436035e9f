import {
  portfolioPageSize,
  type CompanyToChoose,
  type ChoicesAnswer,
  type ChoicesQuery,
  type Language,
} from "@keyline/domain";
import type { PortfolioDesk } from "./desk.ts";
import { openPage } from "./open-page.ts";
import { pageFactsOf } from "./page-facts.ts";
import { rankChoices, type Ranked } from "./rank-choices.ts";
import type { RowFacts } from "./rows.ts";

/** The companies that nobody manages yet, the best to choose first, with the reasons. */
export async function choicesOf(desk: PortfolioDesk, { page: asked, seen }: ChoicesQuery): Promise<ChoicesAnswer> {
  const { hubspot, currency, now, portalId, candidates, settings, caller } = desk;
  const page = pageFactsOf(desk);
  const source = { hubspot, currency, now, timeZone: page.timeZone };
  const [opened, found] = await Promise.all([
    openPage(desk, { seen: seen ? [seen] : [] }),
    candidates.open(portalId, source),
  ]);
  if ("reading" in opened || found === null)
    return { ...page, asOf: now().toISOString(), unreadable: [], state: "preparing" };
  const { book, facts } = opened;
  const { accounts } = book;
  const free = found.companies.filter(({ id }) => !accounts.has(id));
  const ranked = rankChoices(free, accounts.values(), page.today, settings.selectionWeights);
  const last = Math.max(1, Math.ceil(ranked.length / portfolioPageSize));
  const at = Math.min(asked, last);
  return {
    ...page,
    asOf: new Date(found.asOf).toISOString(),
    unreadable: found.knowsRevenue ? [] : ["revenue"],
    state: "ready",
    rows: ranked
      .slice((at - 1) * portfolioPageSize, at * portfolioPageSize)
      .map((one) => present(one, facts, caller.language)),
    page: at,
    total: ranked.length,
    isCut: found.isCut,
  };
}

function present(
  { candidate, score, revenueMinor }: Ranked,
  { urlOf, personOf }: RowFacts,
  language: Language,
): CompanyToChoose {
  const { id, name, ownerId } = candidate;
  return {
    company: { id, name, url: urlOf("companies", id) },
    score: score.score,
    reasons: score.parts
      .map(({ part, points, max, reason }) => ({ part, points, max, text: reason[language] }))
      .toSorted((one, other) => other.points - one.points),
    missing: score.missing,
    revenueMinor,
    owner: ownerId === null ? null : personOf(ownerId),
  };
}
