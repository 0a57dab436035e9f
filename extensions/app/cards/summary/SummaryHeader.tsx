import { Text } from "@hubspot/ui-extensions";
import { accountTypes, tiers, type SummaryAnswer } from "@keyline/domain";
import { Column, Row, useHost } from "@keyline/ui";

/** "Key account · A" and who leads it. */
export function SummaryHeader({ answer }: { answer: SummaryAnswer }) {
  const { say, line, language } = useHost();
  const { type, tier, leadManager, managedUnder } = answer;
  const kind = [type && accountTypes.label(type, language), tier && tiers.label(tier, language)];
  return (
    <Column gap="flush" fills>
      <Row justify="between" wrap>
        <Text format={{ fontWeight: "bold" }}>{line(kind)}</Text>
        <Text variant="microcopy">{leadManager?.name ?? say("noLead")}</Text>
      </Row>
      {managedUnder && (
        <Column>
          <Text variant="microcopy">{say("managedUnder", { parent: managedUnder.name })}</Text>
        </Column>
      )}
    </Column>
  );
}
