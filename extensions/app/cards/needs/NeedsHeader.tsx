import { Text } from "@hubspot/ui-extensions";
import { isOpenNeed } from "@keyline/domain";
import { Row, useHost } from "@keyline/ui";
import { AddNeed } from "./AddNeed.tsx";
import type { Gaps } from "./find-needs.ts";
import type { NeedsProps } from "./NeedsBody.tsx";

/** The top line: how many, how many of them press, and the one primary button. */
export function NeedsHeader({ gaps, ...props }: NeedsProps & { gaps: Gaps }) {
  const { say, line } = useHost();
  const { needs, access } = props.answer;
  const open = needs.filter(({ status }) => isOpenNeed(status));
  const highRisk = open.filter(({ risk }) => risk === "high").length;
  return (
    <Row justify="between" wrap>
      <Text format={{ fontWeight: "bold" }}>
        {line([
          say("needsOpen", { count: open.length }),
          highRisk > 0 && say("needsHighRisk", { count: highRisk }),
          gaps.unserved.length > 0 && say("needsUnserved", { count: gaps.unserved.length }),
        ])}
      </Text>
      {access.canWrite && <AddNeed {...props} isPrimary />}
    </Row>
  );
}
