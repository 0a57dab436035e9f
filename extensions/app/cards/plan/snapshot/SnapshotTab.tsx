import { Divider } from "@hubspot/ui-extensions";
import { Column, Columns } from "@keyline/ui";
import type { PlanTabProps } from "../plan-tab.ts";
import { TextPart } from "../TextPart.tsx";
import { ContractPart } from "./ContractPart.tsx";
import { FactorsPart } from "./FactorsPart.tsx";
import { OpeningsPart } from "./OpeningsPart.tsx";
import { ProfileLine } from "./ProfileLine.tsx";
import { SwotPart } from "./SwotPart.tsx";

/** The account as it stands: what it is, how it is judged, what it could still buy. */
export function SnapshotTab(props: PlanTabProps) {
  return (
    <Column gap="medium" fills>
      <ProfileLine {...props} />
      <TextPart {...props} name="snapshot" />
      <ContractPart {...props} />
      <Divider />
      <OpeningsPart {...props} />
      <Divider />
      <FactorsPart {...props} />
      <Divider />
      <Columns>
        <TextPart {...props} name="whyTheyBuy" />
        <TextPart {...props} name="competitors" />
      </Columns>
      <Columns>
        <TextPart {...props} name="valueToThem" />
        <TextPart {...props} name="valueToUs" />
      </Columns>
      <Divider />
      <SwotPart {...props} />
    </Column>
  );
}
