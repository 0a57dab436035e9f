import { hubspot, type CrmContext } from "@hubspot/ui-extensions";
import {
  HostProvider,
  type HostActions,
  checkInsTexts,
  decidersTexts,
  loggingTexts,
  managingTexts,
  movesTexts,
  nextPlanTexts,
  planTexts,
  servingTexts,
  summaryTexts,
} from "@keyline/ui";
import { SummaryBody } from "./summary/SummaryBody.tsx";

/** What it says beside the frame's texts. */
export const texts = [
  checkInsTexts,
  decidersTexts,
  loggingTexts,
  managingTexts,
  movesTexts,
  nextPlanTexts,
  planTexts,
  servingTexts,
  summaryTexts,
];

hubspot.extend<"crm.record.sidebar">(({ context, actions }) => <Summary context={context} actions={actions} />);

/** The sidebar: the account at a glance. */
export function Summary({ context, actions }: { context: CrmContext; actions: HostActions }) {
  return (
    <HostProvider context={context} actions={actions} texts={texts}>
      <SummaryBody />
    </HostProvider>
  );
}
