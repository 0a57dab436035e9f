import { hubspot, type CrmContext } from "@hubspot/ui-extensions";
import { HostProvider, type HostActions } from "@keyline/ui";
import { SummaryBody } from "./summary/SummaryBody.tsx";

hubspot.extend<"crm.record.sidebar">(({ context, actions }) => <Summary context={context} actions={actions} />);

/** The sidebar: the account at a glance. */
export function Summary({ context, actions }: { context: CrmContext; actions: HostActions }) {
  return (
    <HostProvider context={context} actions={actions}>
      <SummaryBody />
    </HostProvider>
  );
}
