import type { Desk } from "../desk/index.ts";
import type { Books } from "./books.ts";
import type { KeptCandidates } from "./kept-candidates.ts";

/** A desk that also has the portfolios that were read already. */
export interface PortfolioDesk extends Desk {
  readonly books: Books;
  readonly candidates: KeptCandidates;
}
