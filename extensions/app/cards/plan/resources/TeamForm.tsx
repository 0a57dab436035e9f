import { Button, Divider, NumberInput } from "@hubspot/ui-extensions";
import { teamRoles, type PlanEdit, type TeamMember } from "@keyline/domain";
import { ChoiceField, Column, PersonField, Row, TextField, useHost } from "@keyline/ui";
import { EditForm } from "../edit/EditForm.tsx";
import { useSavePlan } from "../edit/EditPlan.tsx";
import { foundPlanEdit, planFieldText } from "../edit/plan-fields.ts";
import { useEdit } from "../edit/use-edit.ts";
import type { PlanTabProps } from "../plan-tab.ts";

interface Props extends Pick<PlanTabProps, "answer" | "plan" | "onWritten"> {
  panelId: string;
}

/** The people of a plan, one below the other. */
export function TeamForm({ answer, plan, panelId, onWritten }: Props) {
  const host = useHost();
  const { say } = host;
  const { save, write } = useSavePlan(plan.key, panelId, onWritten);
  const { owners, currency, today } = answer;
  const edit = useEdit<Pick<PlanEdit, "team">>({
    current: { team: plan.values.team },
    problem: write.problem,
    readFound: (found) => {
      const { team } = foundPlanEdit(found);
      return team ? { team } : {};
    },
    send: save,
  });
  const team = edit.values.team ?? [];
  const change = (index: number, changed: Partial<TeamMember>) =>
    edit.set(
      "team",
      team.map((member, at) => (at === index ? { ...member, ...changed } : member)),
    );
  const add = () => edit.set("team", [...team, { ownerId: owners[0]?.id ?? "", role: "account_manager" }]);

  return (
    <EditForm
      edit={edit}
      problem={write.problem}
      isSending={write.isSending}
      labelOf={() => say("planTeam")}
      textOf={(name, values) => planFieldText(name, values, { host, owners, currency, today })}
      onSubmit={() => void edit.submit()}
    >
      {team.map((member, index) => (
        <Column key={index} gap="xs" fills>
          <MemberFields
            member={member}
            index={index}
            owners={owners}
            errorAt={(path) => write.errorAt(`wanted.team.${index}.${path}`)}
            onChange={(changed) => change(index, changed)}
          />
          <Row>
            <Button
              size="xs"
              onClick={() =>
                edit.set(
                  "team",
                  team.filter((_, at) => at !== index),
                )
              }
            >
              {say("removeMember")}
            </Button>
          </Row>
          <Divider />
        </Column>
      ))}
      <Row>
        <Button size="sm" onClick={add}>
          {say("addMember")}
        </Button>
      </Row>
    </EditForm>
  );
}

interface MemberProps {
  member: TeamMember;
  index: number;
  owners: PlanTabProps["answer"]["owners"];
  errorAt: (path: string) => string | undefined;
  onChange: (changed: Partial<TeamMember>) => void;
}

function MemberFields({ member, index, owners, errorAt, onChange }: MemberProps) {
  const { say } = useHost();
  return (
    <>
      <PersonField
        name={`person-${index}`}
        label={say("teamPerson")}
        people={owners}
        value={member.ownerId || null}
        error={errorAt("ownerId")}
        onChange={(id) => onChange({ ownerId: id ?? "" })}
      />
      <ChoiceField
        name={`role-${index}`}
        label={say("teamRole")}
        choices={teamRoles}
        value={member.role}
        error={errorAt("role")}
        onChange={(role) => onChange({ role })}
      />
      <TextField
        name={`duty-${index}`}
        label={say("teamDuty")}
        value={member.duty ?? ""}
        error={errorAt("duty")}
        onChange={(duty) => onChange({ duty })}
      />
      <NumberInput
        name={`hours-${index}`}
        label={say("memberHours")}
        min={0}
        {...(member.hours === undefined ? {} : { value: member.hours })}
        // What HubSpot hands over when the field was emptied is no number.
        onChange={(hours) => onChange({ hours: Number.isFinite(hours) ? hours : undefined })}
      />
    </>
  );
}
