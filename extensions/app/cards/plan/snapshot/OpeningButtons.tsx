import { LoadingButton, Text } from "@hubspot/ui-extensions";
import { needOfProduct, type Opening } from "@keyline/domain";
import { Column, Row, WriteProblem, useHost, useWrite } from "@keyline/ui";

interface Props {
  opening: Opening;
  canWrite: boolean;
  onChanged: (opening: Opening) => void;
}

/**
 * An opening becomes a need in one click, and a deal in another. The need has a key that follows from the product, the
 * deal one that follows from the need: whoever clicks, and however often, there is one of each.
 */
export function OpeningButtons({ opening, canWrite, onChanged }: Props) {
  const { say, actions } = useHost();
  const need = useWrite("addNeed");
  const deal = useWrite("openDeal");
  const { productId, name, priceMinor, boughtByPeers: count, peers, needKey, dealId } = opening;

  const makeNeed = async (): Promise<string | null> => {
    if (needKey) return needKey;
    const written = await need.send({
      onceId: needOfProduct(productId),
      name,
      kind: "improvement",
      priority: "medium",
      risk: null,
      source: "data_analysis",
      what: count > 0 ? say("needFromOpening", { product: name, count, peers }) : null,
      why: null,
      evidence: null,
      voicedById: null,
      voicedOn: null,
    });
    if (!written) return null;
    onChanged({ ...opening, needKey: written.need.key });
    return written.need.key;
  };
  const needOnly = async () => {
    if (await makeNeed()) actions.addAlert({ type: "success", message: say("needMade") });
  };
  const openDeal = async () => {
    const key = await makeNeed();
    if (!key) return;
    const opened = await deal.send({ needKey: key, name, amountMinor: priceMinor, closesOn: null, pipelineId: null });
    if (!opened) return;
    onChanged({ ...opening, needKey: key, dealId: opened.deal?.id ?? dealId });
    actions.addAlert({ type: "success", message: say("dealOpened") });
    actions.refreshObjectProperties();
  };

  if (!canWrite) return <Text variant="microcopy">{standing()}</Text>;
  return (
    <Column gap="xs">
      <Row wrap>
        {needKey || dealId ? (
          <Text variant="microcopy">{standing()}</Text>
        ) : (
          <LoadingButton size="xs" loading={need.isSending} onClick={() => void needOnly()}>
            {say("makeNeed")}
          </LoadingButton>
        )}
        {!dealId && (
          <LoadingButton size="xs" loading={deal.isSending} onClick={() => void openDeal()}>
            {say("openingDeal")}
          </LoadingButton>
        )}
      </Row>
      <WriteProblem problem={need.problem ?? deal.problem} />
    </Column>
  );

  function standing(): string {
    if (dealId) return say("hasDeal");
    return needKey ? say("isNeed") : "";
  }
}
