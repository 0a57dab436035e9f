import { Button, Form, LoadingButton, Select } from "@hubspot/ui-extensions";
import { decisionRoles, foundPerson, relationshipWords, type Decider, type PersonEdit } from "@keyline/domain";
import {
  Column,
  DateField,
  FieldConflict,
  PersonField,
  Row,
  TextField,
  WriteProblem,
  dateFormat,
  strengthDots,
  strengthOf,
  useEdit,
  useHost,
  useWrite,
} from "@keyline/ui";
import type { PlanTabProps } from "../plan-tab.ts";
import { RolesField } from "./RolesField.tsx";

interface Props extends PlanTabProps {
  person: Decider;
  panelId: string;
  onDone: () => void;
}

const steps = [1, 2, 3, 4, 5] as const;
const unknown = 0;

/** What is known of one person. Only what was changed here is written. */
export function PersonForm({ answer, plan, person, panelId, onWritten, onDone }: Props) {
  const { say, language, locale, line, actions } = useHost();
  const write = useWrite("editPerson");
  const edit = useEdit(() => editOf(person));
  const { values, set } = edit;
  const at = person.companyId === null ? {} : { atCompanyId: person.companyId };
  const { deciders, around } = answer.people;
  const managers = [...deciders, ...around].filter(({ id }) => id !== person.id);
  const dates = dateFormat(locale, answer.today);
  const nameOf = (people: readonly { id: string; name: string }[], id: string | null) =>
    id === null ? say("noOne") : (people.find((one) => one.id === id)?.name ?? id);

  const submit = async (wanted: PersonEdit, expected = edit.seen) => {
    const written = await write.send({ planKey: plan.key, contactId: person.id, ...at, ...wanted, expected });
    if (!written) return;
    actions.addAlert({ type: "success", message: say("saved") });
    actions.refreshObjectProperties();
    actions.closeOverlay(panelId);
    onDone();
    onWritten(written.plan);
  };

  return (
    <Form onSubmit={() => void submit(values)}>
      <Column fills>
        <WriteProblem problem={write.problem} />
        <FieldConflict
          problem={write.problem}
          found={foundPerson}
          edit={edit}
          labels={{
            roles: say("fieldPart"),
            criteria: say("fieldCaresAbout"),
            strength: say("fieldRelationship"),
            oursId: say("fieldOurs"),
            reportsToId: say("fieldReportsTo"),
            leftOn: say("fieldLeftOn"),
          }}
          texts={{
            roles: (roles) =>
              line(
                roles.map((role) => decisionRoles.label(role, language)),
                "comma",
              ) || say("noPart"),
            criteria: (text) => text || say("unknownYet"),
            strength: (value) => strengthText(value) ?? say("unknownYet"),
            oursId: (id) => nameOf(answer.owners, id),
            reportsToId: (id) => nameOf(managers, id),
            leftOn: (day) => (day ? dates.day(day) : say("notLeft")),
          }}
          onUseMine={(seen) => void submit(values, seen)}
          onKeepTheirs={write.forget}
        />
        <RolesField
          name="roles"
          label={say("fieldPart")}
          value={values.roles}
          error={write.errorAt("roles")}
          onChange={(roles) => set("roles", roles)}
        />
        <TextField
          name="criteria"
          label={say("fieldCaresAbout")}
          help={say("caresAboutHelp")}
          rows={2}
          value={values.criteria ?? ""}
          error={write.errorAt("criteria")}
          onChange={(text) => set("criteria", text || null)}
        />
        <Select
          name="strength"
          label={say("fieldRelationship")}
          value={values.strength ?? unknown}
          options={[
            { value: unknown, label: say("unknownYet") },
            ...steps.map((step) => ({ value: step, label: strengthText(step) ?? "" })),
          ]}
          onChange={(chosen) => set("strength", strengthOf(Number(chosen)))}
        />
        <PersonField
          name="ours"
          label={say("fieldOurs")}
          people={answer.owners}
          value={values.oursId}
          error={write.errorAt("oursId")}
          onChange={(id) => set("oursId", id)}
        />
        <PersonField
          name="reportsTo"
          label={say("fieldReportsTo")}
          people={managers}
          value={values.reportsToId}
          error={write.errorAt("reportsToId")}
          onChange={(id) => set("reportsToId", id)}
        />
        <DateField
          name="leftOn"
          label={say("fieldLeftOn")}
          value={values.leftOn}
          error={write.errorAt("leftOn")}
          onChange={(day) => set("leftOn", day)}
          onClear={() => set("leftOn", null)}
        />
        <Row justify="between" wrap>
          <LoadingButton type="submit" variant="primary" loading={write.isSending}>
            {say("save")}
          </LoadingButton>
          <Button disabled={write.isSending} onClick={() => void submit({ ...edit.seen, roles: [] })}>
            {say("noLongerDecides")}
          </Button>
        </Row>
      </Column>
    </Form>
  );

  function strengthText(value: number | null): string | null {
    const step = strengthOf(value);
    return step === null ? null : `${strengthDots(step, language)} ${relationshipWords[step][language]}`;
  }
}

function editOf({ roles, criteria, strength, ours, reportsTo, leftOn }: Decider): PersonEdit {
  return { roles, criteria, strength, oursId: ours?.id ?? null, reportsToId: reportsTo, leftOn };
}
