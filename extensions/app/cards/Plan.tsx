import { hubspot, type CrmContext } from "@hubspot/ui-extensions";
import {
  HostProvider,
  type HostActions,
  decidersTexts,
  familiesTexts,
  movesTexts,
  nextPlanTexts,
  paperTexts,
  peopleTexts,
  planTexts,
  planFieldsTexts,
  planLifeTexts,
  planSnapshotTexts,
  planStartTexts,
  planSuccessTexts,
  roadmapTexts,
  summaryTexts,
} from "@keyline/ui";
import { PlanBody } from "./plan/PlanBody.tsx";

/** What it says beside the frame's texts. */
export const texts = [
  decidersTexts,
  familiesTexts,
  movesTexts,
  nextPlanTexts,
  paperTexts,
  peopleTexts,
  planTexts,
  planFieldsTexts,
  planLifeTexts,
  planSnapshotTexts,
  planStartTexts,
  planSuccessTexts,
  roadmapTexts,
  summaryTexts,
];

hubspot.extend<"crm.record.tab">(({ context, actions }) => <Plan context={context} actions={actions} />);

/** The record tab "Account plan". */
export function Plan({ context, actions }: { context: CrmContext; actions: HostActions }) {
  return (
    <HostProvider context={context} actions={actions} texts={texts}>
      <PlanBody />
    </HostProvider>
  );
}
