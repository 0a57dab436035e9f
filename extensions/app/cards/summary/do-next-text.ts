import type { DoNext } from "@keyline/domain";
import type { DateFormat, Say } from "@keyline/ui";

/** What is to be done, as a request to the person who reads. */
export function doNextText(doNext: Exclude<DoNext, { kind: "confirm-contact" }>, dates: DateFormat, say: Say): string {
  switch (doNext.kind) {
    case "log-overdue":
      return say("doLogOverdue", { date: dates.day(doNext.checkIn.due) });
    case "decide-renewal":
      return say("doDecideRenewal", { date: dates.day(doNext.noticeBy) });
    case "serve-need":
      return say("doServeNeed", { need: doNext.need.name, count: doNext.count });
    case "late-objective":
      return say("doLateObjective", { objective: doNext.objective.name, date: dates.day(doNext.due) });
    case "find-decision-maker":
      return say("doFindDecisionMaker");
    case "plan-ends":
      return say("doPlanEnds", { date: dates.day(doNext.ends) });
  }
  return say("doNothing");
}
