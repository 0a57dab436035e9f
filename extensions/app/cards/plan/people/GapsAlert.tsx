import { Alert, Text } from "@hubspot/ui-extensions";
import type { NeededRole, PeopleSection } from "@keyline/domain";
import { Column, useHost, type PlainKey } from "@keyline/ui";

const words: Record<NeededRole, PlainKey> = {
  economic_buyer: "gapEconomicBuyer",
  signatory: "gapSignatory",
  champion: "gapChampion",
};

/** Parts that nobody plays; where somebody played one until they left, who it was. */
export function GapsAlert({ gaps }: Pick<PeopleSection, "gaps">) {
  const { say } = useHost();
  return (
    <Alert variant="warning" title={say("gapsTitle")}>
      <Column gap="xs">
        {gaps.map(({ role, left }) => (
          <Text key={role}>{[say(words[role]), left && say("gapLeft", { name: left })].filter(Boolean).join(" ")}</Text>
        ))}
      </Column>
    </Alert>
  );
}
