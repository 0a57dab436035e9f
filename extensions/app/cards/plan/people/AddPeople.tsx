import { Form, LoadingButton, MultiSelect } from "@hubspot/ui-extensions";
import type { DecisionRole } from "@keyline/domain";
import { Column, Row, WriteProblem, useDraft, useHost, useWrite } from "@keyline/ui";
import { AddPanel } from "../edit/AddPanel.tsx";
import type { PlanTabProps } from "../plan-tab.ts";
import { RolesField } from "./RolesField.tsx";

const panelId = "keyline-add-people";

/** The button and its panel: contacts of the company, several at once, each with the part it plays. */
export function AddPeople(props: PlanTabProps) {
  const { say } = useHost();
  return (
    <AddPanel panelId={panelId} title={say("addDecidersTitle")} label={say("addDeciders")}>
      <AddForm {...props} />
    </AddPanel>
  );
}

interface Chosen {
  contactId: string;
  roles: DecisionRole[];
}

function AddForm({ answer, plan, onWritten }: PlanTabProps) {
  const { say, actions } = useHost();
  const write = useWrite("addPeople");
  const { values, set, reset } = useDraft<{ people: Chosen[] }>(() => ({ people: [] }));
  const names = new Map(answer.people.around.map(({ id, name }) => [id, name]));

  const choose = (ids: readonly string[]) =>
    set(
      "people",
      ids.map((id) => values.people.find(({ contactId }) => contactId === id) ?? { contactId: id, roles: [] }),
    );
  const submit = async () => {
    const written = await write.send({ planKey: plan.key, people: values.people });
    if (!written) return;
    actions.addAlert({ type: "success", message: say("peopleAdded", { count: values.people.length }) });
    actions.closeOverlay(panelId);
    reset();
    onWritten(written.plan);
  };

  return (
    <Form onSubmit={() => void submit()}>
      <Column fills>
        <WriteProblem problem={write.problem} />
        <MultiSelect
          name="contacts"
          label={say("chooseContacts")}
          required
          value={values.people.map(({ contactId }) => contactId)}
          options={answer.people.around.map(({ id, name, jobTitle }) => ({
            value: id,
            label: jobTitle ? `${name} (${jobTitle})` : name,
          }))}
          {...(write.errorAt("people") ? { error: true, validationMessage: write.errorAt("people") ?? "" } : {})}
          onChange={(ids) => choose(ids.map(String))}
        />
        {values.people.map(({ contactId, roles }, index) => (
          <RolesField
            key={contactId}
            name={`roles-${contactId}`}
            label={say("partOf", { name: names.get(contactId) ?? contactId })}
            required
            value={roles}
            error={write.errorAt(`people.${index}.roles`)}
            onChange={(chosen) =>
              set(
                "people",
                values.people.map((one) => (one.contactId === contactId ? { ...one, roles: chosen } : one)),
              )
            }
          />
        ))}
        <Row>
          <LoadingButton type="submit" variant="primary" loading={write.isSending}>
            {say("save")}
          </LoadingButton>
        </Row>
      </Column>
    </Form>
  );
}
