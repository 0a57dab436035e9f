import { Button, Link, Panel, PanelBody, PanelSection, Text } from "@hubspot/ui-extensions";
import { isOpenNeed, type NeedRow } from "@keyline/domain";
import { useHost } from "@keyline/ui";
import { DealForm } from "./DealForm.tsx";
import type { NeedsProps } from "./NeedsBody.tsx";

type Props = NeedsProps & { need: NeedRow };

/** The deal that the need opened; where there is none, the way to one. */
export function DealCell(props: Props) {
  const { need, answer } = props;
  if (need.dealId) return <DealLink {...props} />;
  return isOpenNeed(need.status) && answer.access.canWrite ? <OpenDeal {...props} /> : null;
}

/** A deal that the card could not read, or that hangs on another company now, is still a deal. */
export function DealLink({ need, answer }: Pick<Props, "need" | "answer">) {
  const { say } = useHost();
  const deal = answer.deals.find(({ id }) => id === need.dealId);
  const name = deal?.name ?? say("needSomeDeal");
  return deal?.url ? <Link href={deal.url}>{name}</Link> : <Text>{name}</Text>;
}

function OpenDeal(props: Props) {
  const { say, line, actions } = useHost();
  const id = `keyline-need-deal-${props.need.id}`;
  return (
    <Button
      size="xs"
      overlay={
        <Panel id={id} title={line([say("needOpenDeal"), props.need.name])} variant="modal">
          <PanelBody>
            <PanelSection>
              <DealForm
                {...props}
                onWritten={(written) => {
                  actions.closeOverlay(id);
                  props.onWritten(written);
                }}
              />
            </PanelSection>
          </PanelBody>
        </Panel>
      }
    >
      {say("needOpenDeal")}
    </Button>
  );
}
