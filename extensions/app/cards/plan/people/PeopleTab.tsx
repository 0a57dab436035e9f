import { Text } from "@hubspot/ui-extensions";
import { Column } from "@keyline/ui";
import type { PlanTabProps } from "../plan-tab.ts";

/** Who decides at the account. */
export function PeopleTab({ answer: { people } }: PlanTabProps) {
  return (
    <Column>
      {people.deciders.map(({ id, name }) => (
        <Text key={id}>{name}</Text>
      ))}
    </Column>
  );
}
