import { cardRoute } from "./define-route.ts";
import { addObjective, addObstacle, editObjective, editObstacle, moveObjective } from "./plan-objectives.ts";
import { planWritten } from "./plan.ts";

/** What "Growth" and "In the way" change. */
export const planObjectiveRoutes = {
  addObjective: cardRoute("POST", "/cards/objectives/add", addObjective, planWritten),
  editObjective: cardRoute("POST", "/cards/objectives/edit", editObjective, planWritten),
  moveObjective: cardRoute("POST", "/cards/objectives/move", moveObjective, planWritten),
  addObstacle: cardRoute("POST", "/cards/obstacles/add", addObstacle, planWritten),
  editObstacle: cardRoute("POST", "/cards/obstacles/edit", editObstacle, planWritten),
};
