import type { portfolioRoutes } from "@keyline/domain";
import type { CardActions } from "../desk/index.ts";
import type { PortfolioDesk } from "./desk.ts";
import { portfolioOf } from "./portfolio-of.ts";

export { openBooks, type Books } from "./books.ts";
export type { PortfolioDesk } from "./desk.ts";

/** What answers the routes of the portfolio page. */
export const portfolioActions: CardActions<typeof portfolioRoutes, PortfolioDesk> = { portfolio: portfolioOf };
