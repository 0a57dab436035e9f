import { hubspot, type CrmContext } from "@hubspot/ui-extensions";
import { HostProvider, type HostActions, familiesTexts, needsTexts, servingTexts } from "@keyline/ui";
import { NeedsBody } from "./needs/NeedsBody.tsx";

/** What it says beside the frame's texts. */
export const texts = [familiesTexts, needsTexts, servingTexts];

hubspot.extend<"crm.record.tab">(({ context, actions }) => <Needs context={context} actions={actions} />);

/** The record tab "Needs". */
export function Needs({ context, actions }: { context: CrmContext; actions: HostActions }) {
  return (
    <HostProvider context={context} actions={actions} texts={texts}>
      <NeedsBody />
    </HostProvider>
  );
}
