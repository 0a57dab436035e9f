import type { Desk } from "../desk/index.ts";
import type { Books } from "./books.ts";
import type { KeptCandidates } from "./kept-candidates.ts";

/** A desk that also has the portfolios that were read already, and can hand out a link to a file. */
export interface PortfolioDesk extends Desk {
  readonly books: Books;
  readonly candidates: KeptCandidates;
  /** A link that a browser opens by itself for so many seconds; `facts` come back in its query. */
  linkTo(path: string, facts: Readonly<Record<string, string>>, forSeconds: number): string;
}
