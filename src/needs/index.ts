import type { needRoutes } from "@keyline/domain";
import type { CardActions } from "../desk/index.ts";
import { addNeed } from "./add-need.ts";
import { editNeed } from "./edit-need.ts";
import { linkDeal } from "./link-deal.ts";
import { confirmNeed, dropNeed, meetNeed, reopenNeed } from "./move-need.ts";
import { needOf } from "./need-of.ts";
import { needsOf } from "./needs-of.ts";
import { openDeal } from "./open-deal.ts";

/** What answers the routes of the needs card. */
export const needActions: CardActions<typeof needRoutes> = {
  needs: needsOf,
  need: needOf,
  addNeed,
  editNeed,
  confirmNeed,
  meetNeed,
  dropNeed,
  reopenNeed,
  linkDeal,
  openDeal,
};
