import { EmptyState, Text } from "@hubspot/ui-extensions";
import { Column, Row, useHost } from "@keyline/ui";
import { AddNeed } from "./AddNeed.tsx";
import type { Gaps } from "./find-needs.ts";
import type { NeedsProps } from "./NeedsBody.tsx";

/** Nothing yet: what belongs here, why it helps, whom to ask first, and the one button. */
export function NoNeeds({ gaps, ...props }: NeedsProps & { gaps: Gaps }) {
  const { say, locale } = useHost();
  const names = new Intl.ListFormat(locale).format(gaps.unheard.slice(0, 3).map(({ name }) => name));
  return (
    <EmptyState title={say("needsNoneTitle")} imageName="idea" layout="vertical">
      <Column fills>
        <Text>{say("needsNoneText")}</Text>
        {names && <Text>{say("needsNoneAsk", { names })}</Text>}
        {props.answer.access.canWrite && (
          <Row>
            <AddNeed {...props} isPrimary />
          </Row>
        )}
      </Column>
    </EmptyState>
  );
}
