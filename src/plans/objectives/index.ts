import type { planObjectiveRoutes } from "@keyline/domain";
import type { CardActions } from "../../desk/index.ts";
import { addObjective, addObstacle } from "./add-objective.ts";
import { editObjective, editObstacle } from "./edit-objective.ts";
import { moveObjective } from "./move-objective.ts";

/** What answers the routes of "Growth" and "In the way". */
export const planObjectiveActions: CardActions<typeof planObjectiveRoutes> = {
  addObjective,
  editObjective,
  moveObjective,
  addObstacle,
  editObstacle,
};
