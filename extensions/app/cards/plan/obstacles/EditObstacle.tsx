import { Form, LoadingButton } from "@hubspot/ui-extensions";
import { degrees, foundObstacle, type Degree, type Obstacle, type PlainDate } from "@keyline/domain";
import { Column, FieldConflict, Row, WriteProblem, dateFormat, useEdit, useHost, useWrite } from "@keyline/ui";
import { EditPanel } from "../edit/EditPanel.tsx";
import { MoveButtons } from "../moves/MoveButtons.tsx";
import type { PlanTabProps } from "../plan-tab.ts";
import { ObstacleFields, type ObstacleDraft } from "./ObstacleFields.tsx";

interface Props {
  item: Obstacle;
  tab: PlanTabProps;
}

/** The name opens a panel that changes the obstacle, or drops it. */
export function EditObstacle({ item, tab }: Props) {
  const { say } = useHost();
  const id = `keyline-obstacle-${item.id}`;
  return (
    <EditPanel panelId={id} title={say("editObjectiveTitle", { name: item.name })} name={item.name}>
      {(onDone) => <EditForm item={item} tab={tab} panelId={id} onDone={onDone} />}
    </EditPanel>
  );
}

function EditForm({ item, tab, panelId, onDone }: Props & { panelId: string; onDone: () => void }) {
  const { answer, plan, onWritten } = tab;
  const { say, language, locale, actions } = useHost();
  const write = useWrite("editObstacle");
  const edit = useEdit(() => draftOf(item));
  const text = (value: string | null) => value || say("none");
  const degree = (value: Degree | null) => (value ? degrees.label(value, language) : say("none"));
  const day = (value: PlainDate | null) => (value ? dateFormat(locale, answer.today).day(value) : say("none"));

  const submit = async (expected = edit.seen) => {
    const written = await write.send({ planKey: plan.key, objectiveKey: item.key, ...edit.values, expected });
    if (!written) return;
    actions.addAlert({ type: "success", message: say("saved") });
    actions.refreshObjectProperties();
    actions.closeOverlay(panelId);
    onDone();
    onWritten(written.plan);
  };

  return (
    <Form onSubmit={() => void submit()}>
      <Column fills>
        <WriteProblem problem={write.problem} />
        <FieldConflict<ObstacleDraft>
          problem={write.problem}
          found={foundObstacle}
          edit={edit}
          labels={{
            name: say("fieldObstacleName"),
            description: say("fieldAbout"),
            likelihood: say("colLikely"),
            impact: say("colBad"),
            answer: say("fieldAnswer"),
            ownerId: say("responsible"),
            nextStep: say("fieldNextStep"),
            nextStepOn: say("fieldNextStepOn"),
            isInternal: say("fieldInternal"),
          }}
          texts={{
            name: text,
            description: text,
            likelihood: degree,
            impact: degree,
            answer: text,
            ownerId: (id) => answer.owners.find((one) => one.id === id)?.name ?? text(id),
            nextStep: text,
            nextStepOn: day,
            isInternal: (isInternal) => say(isInternal ? "yes" : "notInternal"),
          }}
          onUseMine={(seen) => void submit(seen)}
          onKeepTheirs={write.forget}
        />
        <ObstacleFields draft={edit} errorAt={write.errorAt} answer={answer} />
        <Row justify="between" wrap>
          <LoadingButton type="submit" variant="primary" loading={write.isSending}>
            {say("save")}
          </LoadingButton>
          <MoveButtons moves={["drop"]} size="sm" onPressed={() => actions.closeOverlay(panelId)} />
        </Row>
      </Column>
    </Form>
  );
}

function draftOf(item: Obstacle): ObstacleDraft {
  const { name, description, likelihood, impact, answer, owner, nextStep, nextStepOn, isInternal } = item;
  return {
    name,
    description,
    likelihood,
    impact,
    answer,
    ownerId: owner?.id ?? null,
    nextStep,
    nextStepOn,
    isInternal,
  };
}
