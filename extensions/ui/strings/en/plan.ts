/** The account plan: its head, its tabs, its life. */
export const plan = {
  planTitle: "Plan {period}",
  planGoal: "Goal",
  tabSnapshot: "Snapshot",
  tabPeople: "Who decides",
  tabGrowth: "Growth",
  tabResources: "Resources",
  tabObstacles: "In the way",
  tabSuccess: "Success",
} as const;
