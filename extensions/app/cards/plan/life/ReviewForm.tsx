import { Form, LoadingButton, Text } from "@hubspot/ui-extensions";
import { foundReview, type PlainDate, type PlanReviewOffer } from "@keyline/domain";
import {
  Bullets,
  Column,
  Conflict,
  DateField,
  Row,
  TextField,
  WriteProblem,
  dateFormat,
  useDraft,
  useHost,
  useWrite,
} from "@keyline/ui";
import type { LifeProps } from "./PlanActions.tsx";

interface Props extends LifeProps {
  review: PlanReviewOffer;
  panelId: string;
}

/** The changes as sentences, what was decided, and when to look again. Closed, it becomes part of the plan's history. */
export function ReviewForm({ answer, plan, review, panelId, onWritten }: Props) {
  const { say, locale, actions } = useHost();
  const write = useWrite("closeReview");
  const { values, set, reset } = useDraft(() => ({ decisions: "", nextReviewOn: review.nextReviewOn }));
  const dates = dateFormat(locale, answer.today);
  const found = write.problem?.code === "conflict" ? foundReview.safeParse(write.problem.found) : null;

  const submit = async (expectedLast: PlainDate | null) => {
    const written = await write.send({ planKey: plan.key, expectedLast, ...values });
    if (!written) return;
    reset();
    actions.addAlert({ type: "success", message: say("reviewClosed") });
    actions.refreshObjectProperties();
    actions.closeOverlay(panelId);
    onWritten(written.plan);
  };

  return (
    <Form onSubmit={() => void submit(plan.success.lastReviewedOn)}>
      <Column fills>
        <WriteProblem problem={write.problem} />
        {found?.success && (
          <Conflict
            theirs={say("reviewTheirs", { date: dates.day(found.data.on), decisions: found.data.decisions })}
            mine={values.decisions}
            onUseMine={() => void submit(found.data.on)}
            onKeepTheirs={write.forget}
          />
        )}
        <Column gap="xs">
          <Text format={{ fontWeight: "demibold" }}>
            {review.since ? say("reviewSince", { date: dates.day(review.since) }) : say("reviewSinceStart")}
          </Text>
          {review.changes.length === 0 ? (
            <Text variant="microcopy">{say("reviewNothing")}</Text>
          ) : (
            <Bullets>
              {review.changes.map((change) => (
                <Text key={change}>{change}</Text>
              ))}
            </Bullets>
          )}
        </Column>
        <TextField
          name="decisions"
          label={say("reviewDecisions")}
          help={say("reviewDecisionsHelp")}
          value={values.decisions}
          rows={4}
          required
          error={write.errorAt("decisions")}
          onChange={(text) => set("decisions", text)}
        />
        <DateField
          name="nextReviewOn"
          label={say("reviewNext")}
          value={values.nextReviewOn}
          min={answer.today}
          error={write.errorAt("nextReviewOn")}
          onChange={(date) => set("nextReviewOn", date)}
        />
        <Row>
          <LoadingButton type="submit" variant="primary" loading={write.isSending}>
            {say("finishReview")}
          </LoadingButton>
        </Row>
      </Column>
    </Form>
  );
}
