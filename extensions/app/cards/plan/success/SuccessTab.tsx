import { Divider } from "@hubspot/ui-extensions";
import { Column } from "@keyline/ui";
import type { PlanTabProps } from "../plan-tab.ts";
import { TextPart } from "../TextPart.tsx";
import { MeasuresPart } from "./MeasuresPart.tsx";
import { PromisesPart } from "./PromisesPart.tsx";
import { ReviewsPart } from "./ReviewsPart.tsx";

/** How success is measured, reviewed and told, and what both sides promised. */
export function SuccessTab(props: PlanTabProps) {
  return (
    <Column gap="medium" fills>
      <MeasuresPart {...props} />
      <TextPart {...props} name="successMeasures" />
      <Divider />
      <ReviewsPart {...props} />
      <TextPart {...props} name="whoIsTold" />
      <Divider />
      <PromisesPart {...props} />
      <Divider />
      <TextPart {...props} name="internalNotes" />
    </Column>
  );
}
