import { hubspot, type CrmContext } from "@hubspot/ui-extensions";
import { HostProvider, type HostActions } from "@keyline/ui";
import { CheckInsBody } from "./check-ins/CheckInsBody.tsx";

hubspot.extend<"crm.record.tab">(({ context, actions }) => <CheckIns context={context} actions={actions} />);

/** The record tab "Check-ins". */
export function CheckIns({ context, actions }: { context: CrmContext; actions: HostActions }) {
  return (
    <HostProvider context={context} actions={actions}>
      <CheckInsBody />
    </HostProvider>
  );
}
