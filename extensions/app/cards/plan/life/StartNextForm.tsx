import { Checkbox, Form, LoadingButton, Text } from "@hubspot/ui-extensions";
import { Column, MoneyField, Row, TextField, WriteProblem, useDraft, useHost, useWrite } from "@keyline/ui";
import { openItems, type OpenItems } from "./open-items.ts";
import type { LifeProps } from "./PlanActions.tsx";
import { planName } from "./plan-name.ts";
import { StatusMoved } from "./StatusMoved.tsx";

interface Props extends Omit<LifeProps, "onShow"> {
  /** Shows the plan that was begun, where plans are shown. */
  onShow?: LifeProps["onShow"];
  panelId: string;
  period: string;
}

/** The plan of the next period: its goal, whether this one closes with it, and what goes on. Sent twice, it is one plan. */
export function StartNextForm({ answer, plan, panelId, period, onWritten, onShow }: Props) {
  const host = useHost();
  const { say, actions } = host;
  const write = useWrite("startNextPlan");
  const isClosed = plan.status === "closed";
  const { values, set } = useDraft(() => ({
    goalMinor: plan.values.goalMinor,
    closes: true,
    note: "",
    carry: { objectives: true, obstacles: true, needs: true },
  }));
  const items = openItems(answer);

  const submit = async () => {
    const { goalMinor, closes, carry, note } = values;
    const asked = { planKey: plan.key, expected: plan.status, goalMinor, carry };
    const written = await write.send({ ...asked, closes: isClosed || closes, note: note || null });
    if (!written) return;
    actions.addAlert({ type: "success", message: say("nextStarted", { period }) });
    actions.refreshObjectProperties();
    actions.closeOverlay(panelId);
    onWritten(written.plan);
    onShow?.(written.plan.plan?.key ?? null);
  };

  return (
    <Form onSubmit={() => void submit()}>
      <Column fills>
        <WriteProblem problem={write.problem} />
        <StatusMoved problem={write.problem} />
        <Column>
          <Text>{say("startNextText")}</Text>
        </Column>
        <MoneyField
          name="goal"
          label={say("revenueGoal")}
          currency={answer.currency}
          value={values.goalMinor}
          error={write.errorAt("goalMinor")}
          onChange={(goalMinor) => set("goalMinor", goalMinor)}
        />
        {!isClosed && (
          <Checkbox
            name="closes"
            checked={values.closes}
            description={say("closesThisHelp")}
            onChange={(isTicked) => set("closes", isTicked)}
          >
            {say("closesThis", { plan: planName(plan, host) })}
          </Checkbox>
        )}
        {!isClosed && values.closes && (
          <TextField
            name="note"
            label={say("whatWeLearnt")}
            value={values.note}
            rows={3}
            error={write.errorAt("note")}
            onChange={(note) => set("note", note)}
          />
        )}
        {(isClosed || values.closes) && (
          <GoesOn items={items} carry={values.carry} onChange={(carry) => set("carry", carry)} />
        )}
        <Row>
          <LoadingButton type="submit" variant="primary" loading={write.isSending}>
            {say("startNext", { period })}
          </LoadingButton>
        </Row>
      </Column>
    </Form>
  );
}

type Carry = Record<keyof OpenItems, boolean>;

/** What goes on in the next plan, each kind with its count; there is nothing to choose where nothing is open. */
function GoesOn(props: { items: OpenItems; carry: Carry; onChange: (carry: Carry) => void }) {
  const { say } = useHost();
  const { items, carry, onChange } = props;
  const kinds = [
    { kind: "objectives", text: say("goesOnObjectives", { count: items.objectives }) },
    { kind: "obstacles", text: say("goesOnObstacles", { count: items.obstacles }) },
    { kind: "needs", text: say("goesOnNeeds", { count: items.needs }) },
  ] as const;
  const open = kinds.filter(({ kind }) => items[kind] > 0);
  if (open.length === 0) return null;
  return (
    <Column gap="xs" fills>
      <Column>
        <Text format={{ fontWeight: "demibold" }}>{say("goesOn")}</Text>
      </Column>
      {open.map(({ kind, text }) => (
        <Checkbox
          key={kind}
          name={`carry-${kind}`}
          checked={carry[kind]}
          onChange={(isTicked) => onChange({ ...carry, [kind]: isTicked })}
        >
          {text}
        </Checkbox>
      ))}
    </Column>
  );
}
