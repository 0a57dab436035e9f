import { Dropdown } from "@hubspot/ui-extensions";
import { foundPlan, planStatuses } from "@keyline/domain";
import { useHost, useWrite } from "@keyline/ui";
import type { LifeProps } from "./PlanActions.tsx";

/** An active plan is marked as in review, for lists and reports, and active again. */
export function StatusItem({ plan, onWritten }: LifeProps) {
  const { say, language, actions } = useHost();
  const write = useWrite("setPlanStatus");
  const to = plan.status === "in_review" ? "active" : "in_review";
  const mark = async () => {
    const written = await write.send({ planKey: plan.key, expected: plan.status, to });
    if (!written) return;
    actions.addAlert({ type: "success", message: say("planMarked") });
    actions.refreshObjectProperties();
    onWritten(written.plan);
  };
  const found = write.problem?.code === "conflict" ? foundPlan.safeParse(write.problem.found) : null;
  const trouble = found?.success
    ? say("planMovedText", { status: planStatuses.label(found.data.status, language) })
    : write.problem && say("notSavedTitle");
  // A menu has no place for an alert: what went wrong stands on the item, which can be pressed again.
  return (
    <Dropdown.ButtonItem onClick={() => void mark()}>
      {trouble ?? say(to === "in_review" ? "markInReview" : "endInReview")}
    </Dropdown.ButtonItem>
  );
}
