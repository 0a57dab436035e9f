import type { ReactNode } from "react";
import { Text } from "@hubspot/ui-extensions";
import { Column, Row } from "@keyline/ui";

interface Props {
  title: string;
  /** Beside the title: what is known at once, such as a score. */
  aside?: ReactNode;
  /** What can be done here; null for those who only read. */
  action?: ReactNode;
  /** What belongs here and why: shown while there is nothing. */
  empty?: string | false;
  children?: ReactNode;
}

/** One part of a tab: its name, what can be done, and what it says; while it is empty, what belongs there. */
export function Section({ title, aside, action, empty, children }: Props) {
  return (
    <Column gap="xs" fills>
      <Row justify="between" wrap>
        <Row>
          <Text format={{ fontWeight: "demibold" }}>{title}</Text>
          {aside}
        </Row>
        {action}
      </Row>
      {empty ? (
        <Column>
          <Text variant="microcopy">{empty}</Text>
        </Column>
      ) : (
        children
      )}
    </Column>
  );
}
