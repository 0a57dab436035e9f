import { EmptyState, Text } from "@hubspot/ui-extensions";
import { Column, useHost } from "@keyline/ui";
import { ChooseTab } from "./ChooseTab.tsx";

/** Nobody manages an account here yet: what belongs here, and the companies to begin with. */
export function NoAccounts({ onManaged }: { onManaged: (companyId: string) => Promise<void> }) {
  const { say } = useHost();
  return (
    <Column gap="medium" fills>
      <EmptyState title={say("noAccountsTitle")} layout="vertical" imageName="companies" imageWidth={100}>
        <Text>{say("noAccountsText")}</Text>
      </EmptyState>
      <ChooseTab onManaged={onManaged} />
    </Column>
  );
}
