import { Text } from "@hubspot/ui-extensions";
import { Bullets, Column, useHost } from "@keyline/ui";
import { EditPlan } from "./edit/EditPlan.tsx";
import { planFields, type PlanFieldName } from "./edit/plan-fields.ts";
import type { PlanTabProps } from "./plan-tab.ts";
import { Section } from "./Section.tsx";

interface Props extends PlanTabProps {
  name: PlanFieldName;
}

/** One text of the plan with its own button; while it is empty, what belongs there and why. */
export function TextPart({ name, answer, plan, canWrite, onWritten }: Props) {
  const { say } = useHost();
  const { label, help } = planFields[name];
  const isEmpty = !plan.values[name];
  return (
    <Section
      title={say(label)}
      empty={isEmpty && help ? say(help) : false}
      action={
        canWrite && (
          <EditPlan
            answer={answer}
            plan={plan}
            names={[name]}
            title={say(label)}
            label={say(isEmpty ? "writeIt" : "planEdit")}
            onWritten={onWritten}
          />
        )
      }
    >
      <PlanText name={name} plan={plan} />
    </Section>
  );
}

/** A text of the plan as it reads: a list line by line, the rest as it was written. */
export function PlanText({ name, plan }: Pick<Props, "name" | "plan">) {
  const lines = linesOf(plan.values[name]);
  if (planFields[name].kind === "list" && lines.length > 0) {
    return (
      <Bullets>
        {lines.map((line) => (
          <Text key={line}>{line}</Text>
        ))}
      </Bullets>
    );
  }
  return (
    <Column gap="xs">
      {lines.map((line) => (
        <Text key={line}>{line}</Text>
      ))}
    </Column>
  );
}

/** The lines of a text that have words in them, each once. */
export function linesOf(value: string | number | null): string[] {
  const lines = String(value ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  return [...new Set(lines)];
}
