import { hubspot, type BulkActionsContext } from "@hubspot/ui-extensions";
import { HostProvider, type PageActions } from "@keyline/ui";
import { SetUpBody } from "./set-up/SetUpBody.tsx";

hubspot.extend<"crm.bulkActions">(({ context, actions }) => <SetUp context={context} actions={actions} />);

/** The bulk action on chosen companies: type, tier, rhythm, lead and team for all of them. */
export function SetUp({ context, actions }: { context: BulkActionsContext; actions: PageActions }) {
  const { crm, ...withoutRecord } = context;
  return (
    <HostProvider context={withoutRecord} actions={actions}>
      <SetUpBody recordIds={crm.objectIds.map(String)} />
    </HostProvider>
  );
}
