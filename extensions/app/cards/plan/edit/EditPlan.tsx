import { useHost, useWrite } from "@keyline/ui";
import type { PlanAnswer, PlanEdit, PlanValues } from "@keyline/domain";
import type { PlanTabProps } from "../plan-tab.ts";
import { EditButton } from "./EditButton.tsx";
import { EditForm } from "./EditForm.tsx";
import { foundPlanEdit, planFields, planFieldText, type PlanFieldName } from "./plan-fields.ts";
import { PlanFieldInput } from "./PlanFieldInput.tsx";
import { useEdit } from "./use-edit.ts";

interface Props extends Pick<PlanTabProps, "answer" | "plan" | "onWritten"> {
  /** What of the plan it changes, which also names the panel. */
  names: readonly [PlanFieldName, ...PlanFieldName[]];
  title: string;
  /** Default: "Edit". */
  label?: string;
}

/** A button that opens some values of the plan in a form, and writes those that the person changed. */
export function EditPlan({ answer, plan, names, title, label, onWritten }: Props) {
  const { say } = useHost();
  const id = `keyline-edit-${names[0]}`;
  return (
    <EditButton id={id} title={title} label={label ?? say("planEdit")}>
      <EditPlanForm answer={answer} plan={plan} names={names} panelId={id} onWritten={onWritten} />
    </EditButton>
  );
}

interface FormProps extends Pick<Props, "answer" | "plan" | "names" | "onWritten"> {
  panelId: string;
}

function EditPlanForm({ answer, plan, names, panelId, onWritten }: FormProps) {
  const host = useHost();
  const { save, write } = useSavePlan(plan.key, panelId, onWritten);
  const { owners, currency, today } = answer;
  const edit = useEdit<PlanEdit>({
    current: pick(plan.values, names),
    problem: write.problem,
    readFound: foundPlanEdit,
    send: save,
  });
  return (
    <EditForm
      edit={edit}
      problem={write.problem}
      isSending={write.isSending}
      labelOf={(name) => (name === "team" ? "" : host.say(planFields[name].label))}
      textOf={(name, values) => planFieldText(name, values, { host, owners, currency, today })}
      onSubmit={() => void edit.submit()}
    >
      {names.map((name) => (
        <PlanFieldInput
          key={name}
          name={name}
          value={edit.values[name] ?? null}
          error={write.errorAt(`wanted.${name}`)}
          owners={owners}
          currency={currency}
          onChange={(value) => edit.set(name, value)}
        />
      ))}
    </EditForm>
  );
}

/** Writes values of a plan, tells the person and closes the panel. */
export function useSavePlan(planKey: string, panelId: string, onWritten: (plan: PlanAnswer) => void) {
  const { say, actions } = useHost();
  const write = useWrite("editPlan");
  const save = async (expected: PlanEdit, wanted: PlanEdit): Promise<boolean> => {
    const written = await write.send({ planKey, expected, wanted });
    if (!written) return false;
    actions.addAlert({ type: "success", message: say("saved") });
    actions.refreshObjectProperties();
    actions.closeOverlay(panelId);
    onWritten(written.plan);
    return true;
  };
  return { save, write };
}

function pick(values: PlanValues, names: readonly PlanFieldName[]): PlanEdit {
  return Object.fromEntries(names.map((name) => [name, values[name]]));
}
