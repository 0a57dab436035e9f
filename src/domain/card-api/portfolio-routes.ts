import { cardRoute } from "./define-route.ts";
import { choicesAnswer, choicesQuery } from "./portfolio-choices.ts";
import { exportAnswer, exportQuery } from "./portfolio-export.ts";
import { portfolioQuery } from "./portfolio-query.ts";
import { portfolioAnswer } from "./portfolio.ts";

/** What the portfolio page asks; no company in any of it. */
export const portfolioRoutes = {
  portfolio: cardRoute("GET", "/cards/portfolio", portfolioQuery, portfolioAnswer),
  choices: cardRoute("GET", "/cards/portfolio/choices", choicesQuery, choicesAnswer),
  exportPortfolio: cardRoute("GET", "/cards/portfolio/export", exportQuery, exportAnswer),
};
