import { LoadingSpinner, Panel, PanelBody, PanelSection } from "@hubspot/ui-extensions";
import { Failure, useBackend, useHost } from "@keyline/ui";
import type { LifeProps } from "./PlanActions.tsx";
import { planName } from "./plan-name.ts";
import { ReviewForm } from "./ReviewForm.tsx";

const id = "keyline-review";

/** A review: what has changed since the last one, read when the panel opens, and what is decided now. */
export function ReviewPanel(props: LifeProps & { isOpened: boolean }) {
  const host = useHost();
  const { plan, isOpened } = props;
  const read = useBackend("planReview", { isNeeded: isOpened, request: { planKey: plan.key } });
  const { answer, problem } = read;
  return (
    <Panel
      id={id}
      title={host.say("reviewTitle", { plan: planName(plan, host) })}
      variant="modal"
      onOpen={() => answer && read.again()}
    >
      <PanelBody>
        <PanelSection>
          {answer ? (
            <ReviewForm {...props} review={answer} panelId={id} />
          ) : problem ? (
            <Failure problem={problem} onRetry={read.again} />
          ) : (
            <LoadingSpinner label={host.say("loading")} layout="centered" />
          )}
        </PanelSection>
      </PanelBody>
    </Panel>
  );
}
