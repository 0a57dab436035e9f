import { hubspot, type CrmContext } from "@hubspot/ui-extensions";
import { HostProvider, type HostActions } from "@keyline/ui";
import { PlanBody } from "./plan/PlanBody.tsx";

hubspot.extend<"crm.record.tab">(({ context, actions }) => <Plan context={context} actions={actions} />);

/** The record tab "Account plan". */
export function Plan({ context, actions }: { context: CrmContext; actions: HostActions }) {
  return (
    <HostProvider context={context} actions={actions}>
      <PlanBody />
    </HostProvider>
  );
}
