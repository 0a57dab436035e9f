import type { portfolioRoutes } from "@keyline/domain";
import type { CardActions } from "../desk/index.ts";
import { choicesOf } from "./choices-of.ts";
import type { PortfolioDesk } from "./desk.ts";
import { exportPortfolio } from "./export-portfolio.ts";
import { portfolioOf } from "./portfolio-of.ts";

export { openBooks, type Books } from "./books.ts";
export type { PortfolioDesk } from "./desk.ts";
export { exportPath, portfolioCsv } from "./export-portfolio.ts";
export { keepCandidates, type KeptCandidates } from "./kept-candidates.ts";

/** What answers the routes of the portfolio page. */
export const portfolioActions: CardActions<typeof portfolioRoutes, PortfolioDesk> = {
  portfolio: portfolioOf,
  choices: choicesOf,
  exportPortfolio,
};
