import {
  portfolioPageSize,
  type CompanyToChoose,
  type ChoicesAnswer,
  type ChoicesQuery,
  type Language,
} from "@keyline/domain";
import type { PortfolioDesk } from "./desk.ts";
import { pageFactsOf } from "./page-facts.ts";
import { readPeople } from "./people.ts";
import { rankChoices, type Ranked } from "./rank-choices.ts";

/** The companies that nobody manages yet, the best to choose first, with the reasons. */
export async function choicesOf(desk: PortfolioDesk, { page: asked, seen }: ChoicesQuery): Promise<ChoicesAnswer> {
  const { hubspot, currency, now, portalId, books, candidates, settings, caller } = desk;
  const page = pageFactsOf(desk);
  const source = { hubspot, currency, now, timeZone: page.timeZone };
  const [opened, found, people, { uiDomain }] = await Promise.all([
    books.open(portalId, source, { seen: seen ? [seen] : [] }),
    candidates.open(portalId, source),
    readPeople(desk),
    hubspot.account(),
  ]);
  if ("reading" in opened || found === null)
    return { ...page, asOf: now().toISOString(), unreadable: [], state: "preparing" };
  const { accounts } = opened.book;
  const free = found.companies.filter(({ id }) => !accounts.has(id));
  const ranked = rankChoices(free, accounts.values(), page.today, settings.selectionWeights);
  const last = Math.max(1, Math.ceil(ranked.length / portfolioPageSize));
  const at = Math.min(asked, last);
  const urlOf = (id: string) => `https://${uiDomain}/contacts/${portalId}/record/0-2/${id}`;
  const nameOf = (id: string) => people.owners.get(id)?.name || id;
  return {
    ...page,
    asOf: new Date(found.asOf).toISOString(),
    unreadable: found.knowsRevenue ? [] : ["revenue"],
    state: "ready",
    rows: ranked
      .slice((at - 1) * portfolioPageSize, at * portfolioPageSize)
      .map((one) => present(one, urlOf, nameOf, caller.language)),
    page: at,
    total: ranked.length,
    isCut: found.isCut,
  };
}

function present(
  { candidate, score, revenueMinor }: Ranked,
  urlOf: (id: string) => string,
  nameOf: (id: string) => string,
  language: Language,
): CompanyToChoose {
  const { id, name, ownerId } = candidate;
  return {
    company: { id, name, url: urlOf(id) },
    score: score.score,
    reasons: score.parts
      .map(({ part, points, max, reason }) => ({ part, points, max, text: reason[language] }))
      .toSorted((one, other) => other.points - one.points),
    missing: score.missing,
    revenueMinor,
    owner: ownerId === null ? null : { id: ownerId, name: nameOf(ownerId) },
  };
}
