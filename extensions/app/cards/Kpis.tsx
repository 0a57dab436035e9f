import { hubspot, type CrmContext } from "@hubspot/ui-extensions";
import { HostProvider, type HostActions, kpisTexts } from "@keyline/ui";
import { KpisBody } from "./kpis/KpisBody.tsx";

/** What it says beside the frame's texts. */
export const texts = [kpisTexts];

hubspot.extend<"crm.record.tab">(({ context, actions }) => <Kpis context={context} actions={actions} />);

/** The record tab "KPIs". */
export function Kpis({ context, actions }: { context: CrmContext; actions: HostActions }) {
  return (
    <HostProvider context={context} actions={actions} texts={texts}>
      <KpisBody />
    </HostProvider>
  );
}
