/** The account plan: its head, its tabs, its life. */
export const plan = {
  planTitle: "Plan {period}",
  planGoalOf: "Goal {goal}",
  planHealth: "Health {score}",
  objectivesUntouched: {
    one: "Objectives untouched for {count} day",
    other: "Objectives untouched for {count} days",
  },
  planUntouched: { one: "Plan untouched for {count} day", other: "Plan untouched for {count} days" },
  goalAndResponsible: "Goal and responsible",
  planGoal: "Goal",
  tabSnapshot: "Snapshot",
  tabPeople: "Who decides",
  tabGrowth: "Growth",
  tabResources: "Resources",
  tabObstacles: "In the way",
  tabSuccess: "Success",
} as const;
