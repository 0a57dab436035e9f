import { Text } from "@hubspot/ui-extensions";
import type { PeopleSection } from "@keyline/domain";
import { CardFrame, Column, useBackend, useHost } from "@keyline/ui";
import { AddPanel } from "../../plan/edit/AddPanel.tsx";
import { AddPeopleForm } from "../../plan/people/AddPeopleForm.tsx";

interface Props {
  onWritten: () => void;
}

const panelId = "keyline-find-decider";
const usualRoles = ["economic_buyer"] as const;

/** The button and its panel: which of the contacts decides about the money. They are read once it opens. */
export function FindDecider(props: Props) {
  const { say } = useHost();
  return (
    <AddPanel isPrimary panelId={panelId} title={say("buyerTitle")} label={say("sayWhoDecides")}>
      <Candidates {...props} />
    </AddPanel>
  );
}

function Candidates({ onWritten }: Props) {
  const { say } = useHost();
  const read = useBackend("plan");
  return (
    <CardFrame read={read}>
      {({ people, family, plan }) => {
        const candidates = candidatesOf(people);
        if (candidates.length === 0) return <Text>{say("noContactsText")}</Text>;
        return (
          <Column fills>
            <Column>
              <Text>{say("buyerText")}</Text>
            </Column>
            <AddPeopleForm
              people={candidates}
              family={family}
              planKey={plan?.key ?? null}
              usualRoles={usualRoles}
              panelId={panelId}
              onWritten={onWritten}
            />
          </Column>
        );
      }}
    </CardFrame>
  );
}

/** Whoever is there; one who plays another part may decide about the money too. */
function candidatesOf({ deciders, around }: PeopleSection) {
  const stays = deciders.filter(({ leaving }) => leaving === null || leaving === "bounces");
  return [...stays, ...around].toSorted((one, other) => one.name.localeCompare(other.name));
}
