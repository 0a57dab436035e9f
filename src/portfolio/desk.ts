import type { Desk } from "../desk/index.ts";
import type { Books } from "./books.ts";

/** A desk that also has the portfolios that were read already. */
export interface PortfolioDesk extends Desk {
  readonly books: Books;
}
