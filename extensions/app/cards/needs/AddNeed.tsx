import { useState } from "react";
import { Button, Form, LoadingButton, Panel, PanelBody, PanelSection, Select } from "@hubspot/ui-extensions";
import type { NeedContent } from "@keyline/domain";
import { Column, Row, WriteProblem, randomKey, useDraft, useHost, useWrite } from "@keyline/ui";
import { NeedFields } from "./NeedFields.tsx";
import type { NeedsProps } from "./NeedsBody.tsx";

interface Props extends NeedsProps {
  isPrimary?: boolean;
  /** Who is asked about first. */
  voicedById?: string;
  id?: string;
}

/** The button and its form. A form that was left keeps what was typed; one that was saved begins anew. */
export function AddNeed({ isPrimary = false, id = "keyline-add-need", ...props }: Props) {
  const { say } = useHost();
  return (
    <Button
      variant={isPrimary ? "primary" : "secondary"}
      size={isPrimary ? "md" : "xs"}
      overlay={
        <Panel id={id} title={say("needAdd")} variant="modal">
          <PanelBody>
            <PanelSection>
              <AddForm {...props} id={id} />
            </PanelSection>
          </PanelBody>
        </Panel>
      }
    >
      {say("needAdd")}
    </Button>
  );
}

function AddForm({ answer, voicedById, onWritten, id }: Omit<Props, "isPrimary"> & { id: string }) {
  const { say, actions } = useHost();
  const write = useWrite("addNeed");
  // One form is one need: sent again after a lost answer, also with other words, it is the same one.
  const [onceId, setOnceId] = useState(() => randomKey());
  const { values, change, reset } = useDraft<NeedContent>(() => ({
    name: "",
    kind: null,
    priority: "medium",
    risk: "medium",
    source: "stakeholder_meeting",
    what: null,
    why: null,
    evidence: null,
    voicedById: voicedById ?? null,
    voicedOn: answer.today,
  }));

  const { company, family } = answer;
  const asked = answer.people.find(({ id }) => id === voicedById)?.companyId ?? company.id;
  const [homeId, setHomeId] = useState(asked);

  const submit = async () => {
    const forCompanyId = homeId === company.id ? undefined : homeId;
    const written = await write.send({ ...values, onceId, forCompanyId });
    if (!written) return;
    reset();
    setHomeId(asked);
    setOnceId(randomKey());
    actions.addAlert({ type: "success", message: say("needAdded") });
    actions.refreshObjectProperties();
    actions.closeOverlay(id);
    onWritten(written);
  };

  return (
    <Form onSubmit={() => void submit()}>
      <Column fills>
        <WriteProblem problem={write.problem} />
        {family.length > 0 && (
          <Select
            name="company"
            label={say("familyNeedFor")}
            value={homeId}
            options={[company, ...family].map(({ id: value, name }) => ({ label: name, value }))}
            onChange={(chosen) => setHomeId(String(chosen))}
          />
        )}
        <NeedFields content={values} onChange={change} answer={answer} errorAt={write.errorAt} />
        <Row>
          <LoadingButton type="submit" variant="primary" loading={write.isSending}>
            {say("save")}
          </LoadingButton>
        </Row>
      </Column>
    </Form>
  );
}
