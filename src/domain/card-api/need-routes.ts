import { cardRoute } from "./define-route.ts";
import {
  addNeed,
  confirmNeed,
  dropNeed,
  editNeed,
  linkDeal,
  meetNeed,
  needWritten,
  openDeal,
  reopenNeed,
} from "./needs-writes.ts";
import { needDetails, needQuery, needsAnswer } from "./needs.ts";
import { companyQuery } from "./shapes.ts";

/** What the needs card asks. */
export const needRoutes = {
  needs: cardRoute("GET", "/cards/needs", companyQuery, needsAnswer),
  need: cardRoute("GET", "/cards/needs/one", needQuery, needDetails),
  addNeed: cardRoute("POST", "/cards/needs/add", addNeed, needWritten),
  editNeed: cardRoute("POST", "/cards/needs/edit", editNeed, needWritten),
  confirmNeed: cardRoute("POST", "/cards/needs/confirm", confirmNeed, needWritten),
  meetNeed: cardRoute("POST", "/cards/needs/meet", meetNeed, needWritten),
  dropNeed: cardRoute("POST", "/cards/needs/drop", dropNeed, needWritten),
  reopenNeed: cardRoute("POST", "/cards/needs/reopen", reopenNeed, needWritten),
  linkDeal: cardRoute("POST", "/cards/needs/link-deal", linkDeal, needWritten),
  openDeal: cardRoute("POST", "/cards/needs/open-deal", openDeal, needWritten),
};
