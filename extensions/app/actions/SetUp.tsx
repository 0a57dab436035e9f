import { hubspot, type BulkActionsContext } from "@hubspot/ui-extensions";
import { HostProvider, type PageActions, bulkTexts } from "@keyline/ui";
import { SetUpBody } from "./set-up/SetUpBody.tsx";

/** What it says beside the frame's texts. */
export const texts = [bulkTexts];

hubspot.extend<"crm.bulkActions">(({ context, actions }) => <SetUp context={context} actions={actions} />);

/** The bulk action on chosen companies: type, tier, rhythm, lead and team for all of them. */
export function SetUp({ context, actions }: { context: BulkActionsContext; actions: PageActions }) {
  const { crm, ...withoutRecord } = context;
  return (
    <HostProvider context={withoutRecord} actions={actions} texts={texts}>
      <SetUpBody recordIds={crm.objectIds.map(String)} />
    </HostProvider>
  );
}
