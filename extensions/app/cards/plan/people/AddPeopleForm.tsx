import { Form, LoadingButton, MultiSelect } from "@hubspot/ui-extensions";
import type { ContactAround, DecisionRole, PlanAnswer } from "@keyline/domain";
import { Column, Row, WriteProblem, useDraft, useHost, useWrite, withCompany } from "@keyline/ui";
import { RolesField } from "./RolesField.tsx";

interface Chosen {
  contactId: string;
  /** The company of the family whose contact it is. */
  atCompanyId?: string;
  roles: DecisionRole[];
}

interface Props {
  /** Who may be chosen. */
  people: readonly Pick<ContactAround, "id" | "companyId" | "name" | "jobTitle">[];
  family: PlanAnswer["family"];
  planKey: string | null;
  /** The part that is looked for: whoever is chosen has it, until the person says otherwise. */
  usualRoles?: readonly DecisionRole[];
  panelId: string;
  onWritten: (plan: PlanAnswer) => void;
}

/** Several contacts at once, each with the part it plays. */
export function AddPeopleForm({ people, family, planKey, usualRoles = [], panelId, onWritten }: Props) {
  const host = useHost();
  const { say, actions } = host;
  const write = useWrite("addPeople");
  const { values, set, reset } = useDraft<{ people: Chosen[] }>(() => ({ people: [] }));
  const names = new Map(people.map(({ id, name }) => [id, name]));

  const choose = (ids: readonly string[]) =>
    set(
      "people",
      ids.map((id) => {
        const atCompanyId = people.find((one) => one.id === id)?.companyId;
        const chosen = { contactId: id, ...(atCompanyId && { atCompanyId }), roles: [...usualRoles] };
        return values.people.find(({ contactId }) => contactId === id) ?? chosen;
      }),
    );
  const submit = async () => {
    const written = await write.send({ planKey, people: values.people });
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
          options={people.map(({ id, companyId, name, jobTitle }) => ({
            value: id,
            label: withCompany(jobTitle ? `${name} (${jobTitle})` : name, companyId, family, host),
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
