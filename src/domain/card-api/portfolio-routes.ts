import { cardRoute } from "./define-route.ts";
import { portfolioAnswer } from "./portfolio.ts";
import { portfolioQuery } from "./portfolio-query.ts";

/** What the portfolio page asks; no company in any of it. */
export const portfolioRoutes = {
  portfolio: cardRoute("GET", "/cards/portfolio", portfolioQuery, portfolioAnswer),
};
