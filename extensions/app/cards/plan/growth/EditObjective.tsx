import { Form, LoadingButton } from "@hubspot/ui-extensions";
import { foundObjective, type RoadmapItem } from "@keyline/domain";
import { Column, FieldConflict, Row, WriteProblem, useEdit, useHost, useWrite } from "@keyline/ui";
import { EditPanel } from "../edit/EditPanel.tsx";
import { MoveButtons } from "../moves/MoveButtons.tsx";
import type { PlanTabProps } from "../plan-tab.ts";
import { ObjectiveFields, type ObjectiveDraft } from "./ObjectiveFields.tsx";
import { useObjectiveTexts } from "./objective-texts.ts";

interface Props {
  item: RoadmapItem;
  tab: PlanTabProps;
}

/** The name opens a panel that changes the line, puts it on hold, drops it. */
export function EditObjective({ item, tab }: Props) {
  const { say } = useHost();
  const id = `keyline-objective-${item.id}`;
  return (
    <EditPanel panelId={id} title={say("editObjectiveTitle", { name: item.name })} name={item.name}>
      {(onDone) => <EditForm item={item} tab={tab} panelId={id} onDone={onDone} />}
    </EditPanel>
  );
}

function EditForm({ item, tab, panelId, onDone }: Props & { panelId: string; onDone: () => void }) {
  const { answer, plan, onWritten } = tab;
  const { say, actions } = useHost();
  const write = useWrite("editObjective");
  const edit = useEdit(() => draftOf(item));
  const { labels, texts } = useObjectiveTexts(answer);

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
        <FieldConflict<ObjectiveDraft>
          problem={write.problem}
          found={foundObjective}
          edit={edit}
          labels={labels}
          texts={texts}
          onUseMine={(seen) => void submit(seen)}
          onKeepTheirs={write.forget}
        />
        <ObjectiveFields draft={edit} errorAt={write.errorAt} answer={answer} />
        <Row justify="between" wrap>
          <LoadingButton type="submit" variant="primary" loading={write.isSending}>
            {say("save")}
          </LoadingButton>
          <MoveButtons moves={["hold", "drop"]} size="sm" onPressed={() => actions.closeOverlay(panelId)} />
        </Row>
      </Column>
    </Form>
  );
}

function draftOf(item: RoadmapItem): ObjectiveDraft {
  const { kind, name, description, needKey, owner, startsOn, dueOn, measure, typedProgress, isInternal } = item;
  return {
    kind,
    name,
    description,
    needKey,
    ownerId: owner?.id ?? null,
    startsOn,
    dueOn,
    measureWords: measure?.words ?? null,
    metric: measure?.metric ?? null,
    measureStart: measure?.start ?? null,
    // What a KPI says is not what somebody typed.
    measureNow: measure?.metric ? null : (measure?.now ?? null),
    measureTarget: measure?.target ?? null,
    progress: typedProgress,
    isInternal,
  };
}
