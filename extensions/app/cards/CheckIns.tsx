import { hubspot, type CrmContext } from "@hubspot/ui-extensions";
import { HostProvider, type HostActions, checkInsTexts, loggingTexts, managingTexts, paperTexts } from "@keyline/ui";
import { CheckInsBody } from "./check-ins/CheckInsBody.tsx";

/** What it says beside the frame's texts. */
export const texts = [checkInsTexts, loggingTexts, managingTexts, paperTexts];

hubspot.extend<"crm.record.tab">(({ context, actions }) => <CheckIns context={context} actions={actions} />);

/** The record tab "Check-ins". */
export function CheckIns({ context, actions }: { context: CrmContext; actions: HostActions }) {
  return (
    <HostProvider context={context} actions={actions} texts={texts}>
      <CheckInsBody />
    </HostProvider>
  );
}
