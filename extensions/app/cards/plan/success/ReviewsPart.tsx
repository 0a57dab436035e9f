import { Accordion, StatusTag, Text } from "@hubspot/ui-extensions";
import { reviewRhythms, type ClosedReview } from "@keyline/domain";
import { Bullets, Column, Row, dateFormat, useHost } from "@keyline/ui";
import { EditPlan } from "../edit/EditPlan.tsx";
import type { PlanTabProps } from "../plan-tab.ts";
import { Section } from "../Section.tsx";

/** How often the plan is looked at again, and what each look found and decided. */
export function ReviewsPart({ answer, plan, canWrite, onWritten }: PlanTabProps) {
  const { say, line, language, locale } = useHost();
  const { reviewRhythm, nextReviewOn } = plan.values;
  const { reviews, lastReviewedOn } = plan.success;
  const dates = dateFormat(locale, answer.today);
  const isOverdue = nextReviewOn !== null && nextReviewOn < answer.today && plan.status !== "closed";
  return (
    <Section
      title={say("planReviews")}
      aside={isOverdue && <StatusTag variant="danger">{say("reviewOverdue")}</StatusTag>}
      action={
        canWrite && (
          <EditPlan
            answer={answer}
            plan={plan}
            names={["reviewRhythm", "nextReviewOn"]}
            title={say("reviewPlanTitle")}
            onWritten={onWritten}
          />
        )
      }
    >
      <Column gap="xs" fills>
        <Column>
          <Text>
            {line([
              reviewRhythm && reviewRhythms.label(reviewRhythm, language),
              nextReviewOn && say("nextReviewLine", { date: dates.day(nextReviewOn) }),
              lastReviewedOn ? say("lastReviewLine", { date: dates.day(lastReviewedOn) }) : say("neverReviewed"),
            ])}
          </Text>
          {reviews.length === 0 && <Text variant="microcopy">{say("reviewsWhy")}</Text>}
        </Column>
        {reviews.map((review, index) => (
          <Accordion
            key={`${review.on} ${index}`}
            title={line([dates.day(review.on), review.by?.name])}
            size="xs"
            defaultOpen={index === 0}
          >
            <ReviewText review={review} />
          </Accordion>
        ))}
      </Column>
    </Section>
  );
}

function ReviewText({ review: { changes, decisions } }: { review: ClosedReview }) {
  const { say } = useHost();
  return (
    <Column gap="xs">
      <Bullets>
        {changes.map((change) => (
          <Text key={change}>{change}</Text>
        ))}
      </Bullets>
      {decisions && (
        <Row>
          <Text format={{ fontWeight: "demibold" }}>{say("reviewDecided", { decisions })}</Text>
        </Row>
      )}
    </Column>
  );
}
