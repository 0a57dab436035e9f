import { Text } from "@hubspot/ui-extensions";
import { teamRoles, type TeamMember } from "@keyline/domain";
import { Column, Listing, useHost } from "@keyline/ui";
import { EditButton } from "../edit/EditButton.tsx";
import type { PlanTabProps } from "../plan-tab.ts";
import { Section } from "../Section.tsx";
import { TeamForm } from "./TeamForm.tsx";

const panelId = "keyline-edit-team";

/** Who works on the account, in which role, doing what. */
export function TeamPart({ answer, plan, canWrite, onWritten }: PlanTabProps) {
  const { say, language, numbers } = useHost();
  const { team } = plan.values;
  const { norm } = plan.resources;
  const nameOf = (id: string) => answer.owners.find((owner) => owner.id === id)?.name ?? id;
  return (
    <Section
      title={say("planTeam")}
      aside={
        norm &&
        team.length > 0 && (
          <Text variant="microcopy">{say("teamOfUsual", { count: team.length, usual: norm.people })}</Text>
        )
      }
      empty={team.length === 0 ? say("teamWhy") : false}
      action={
        canWrite && (
          <EditButton id={panelId} title={say("teamTitle")} label={say(team.length === 0 ? "addMember" : "planEdit")}>
            <TeamForm answer={answer} plan={plan} panelId={panelId} onWritten={onWritten} />
          </EditButton>
        )
      }
    >
      <Column fills>
        <Listing<TeamMember>
          items={team}
          keyOf={({ ownerId, role }) => `${ownerId} ${role}`}
          columns={[
            { title: say("teamPerson"), cell: ({ ownerId }) => <Text>{nameOf(ownerId)}</Text> },
            { title: say("teamRole"), cell: ({ role }) => <Text>{teamRoles.label(role, language)}</Text> },
            { title: say("teamDuty"), cell: ({ duty }) => <Text variant="microcopy">{duty ?? ""}</Text> },
            {
              title: say("memberHours"),
              isNumber: true,
              cell: ({ hours }) => <Text>{hours === undefined ? "" : numbers.number(hours)}</Text>,
            },
          ]}
        />
      </Column>
    </Section>
  );
}
