import { Form, LoadingButton } from "@hubspot/ui-extensions";
import { addDays, type Person, type PlainDate } from "@keyline/domain";
import { randomKey, useWrite } from "../backend/index.ts";
import { DateField, PersonField, TextField, useDraft } from "../fields/index.ts";
import { WriteProblem } from "../frame/index.ts";
import { useHost } from "../host/index.ts";
import { Column, Row } from "../reading/index.ts";

interface Props {
  need: { key: string; name: string };
  today: PlainDate;
  owners: readonly Person[];
  ownerId: string | null;
  /** It stands on the roadmap now. */
  onServed: () => void;
}

/** How long an initiative usually takes; the person says better. */
const usualDays = 60;

/** An initiative that serves a need: what we do, who does it, by when. */
export function ServeNeedForm({ need, today, owners, ownerId, onServed }: Props) {
  const { say, actions } = useHost();
  const write = useWrite("addObjective");
  const { values, set } = useDraft(() => ({
    name: need.name,
    ownerId: owners.some(({ id }) => id === ownerId) ? ownerId : null,
    dueOn: addDays(today, usualDays),
    measureWords: "",
    onceId: randomKey(),
  }));

  const submit = async () => {
    const { measureWords, ...chosen } = values;
    const written = await write.send({
      ...chosen,
      planKey: null,
      kind: "initiative",
      needKey: need.key,
      description: null,
      startsOn: null,
      measureWords: measureWords || null,
      metric: null,
      measureStart: null,
      measureNow: null,
      measureTarget: null,
      progress: null,
      isInternal: false,
    });
    if (!written) return;
    actions.addAlert({ type: "success", message: say("needServed") });
    actions.refreshObjectProperties();
    onServed();
  };

  return (
    <Form onSubmit={() => void submit()}>
      <Column fills>
        <WriteProblem problem={write.problem} />
        <TextField
          name="name"
          label={say("needInitiative")}
          help={say("needInitiativeHelp")}
          value={values.name}
          required
          error={write.errorAt("name")}
          onChange={(name) => set("name", name)}
        />
        <DateField
          name="dueOn"
          label={say("needInitiativeDue")}
          value={values.dueOn}
          min={today}
          required
          error={write.errorAt("dueOn")}
          onChange={(dueOn) => set("dueOn", dueOn)}
        />
        <PersonField
          name="owner"
          label={say("needInitiativeOwner")}
          people={owners}
          value={values.ownerId}
          error={write.errorAt("ownerId")}
          onChange={(id) => set("ownerId", id)}
        />
        <TextField
          name="measure"
          label={say("needInitiativeMeasure")}
          value={values.measureWords}
          error={write.errorAt("measureWords")}
          onChange={(text) => set("measureWords", text)}
        />
        <Row>
          <LoadingButton type="submit" variant="primary" loading={write.isSending}>
            {say("needInitiativeSave")}
          </LoadingButton>
        </Row>
      </Column>
    </Form>
  );
}
