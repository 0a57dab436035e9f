/** The plan of the next period, from the one that ends. */
export const nextPlan = {
  revenueGoal: "Revenue goal",
  planMovedTitle: "Somebody has moved this plan on",
  planMovedText: "It is {status} now. Look at it again before you go on.",
  whatWeLearnt: "What we learnt",
  startNext: "Start {period}",
  startNextTitle: "The plan for {period}",
  startNextText: "It begins with what is true of the account: how they decide, strengths and weaknesses, team, rhythm.",
  closesThis: "Close {plan} with it",
  closesThisHelp: "What is open goes on now. Otherwise it goes on when you close the plan later.",
  goesOn: "What goes on",
  goesOnObjectives: {
    one: "{count} open objective or initiative",
    other: "{count} open objectives and initiatives",
  },
  goesOnObstacles: { one: "{count} thing in the way", other: "{count} things in the way" },
  goesOnNeeds: { one: "{count} open need", other: "{count} open needs" },
  nextStarted: "The plan for {period} is there, as a draft.",
} as const;
