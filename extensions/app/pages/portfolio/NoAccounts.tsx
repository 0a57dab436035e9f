import { EmptyState, Text } from "@hubspot/ui-extensions";
import { useHost } from "@keyline/ui";

/** Nobody manages an account here yet: what belongs here. */
export function NoAccounts() {
  const { say } = useHost();
  return (
    <EmptyState title={say("noAccountsTitle")} layout="vertical" imageName="companies" imageWidth={100}>
      <Text>{say("noAccountsText")}</Text>
    </EmptyState>
  );
}
