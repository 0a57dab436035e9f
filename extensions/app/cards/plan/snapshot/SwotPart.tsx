import { Text, Tile } from "@hubspot/ui-extensions";
import { Column, Columns, useHost } from "@keyline/ui";
import { EditPlan } from "../edit/EditPlan.tsx";
import { planFields } from "../edit/plan-fields.ts";
import type { PlanTabProps } from "../plan-tab.ts";
import { Section } from "../Section.tsx";
import { PlanText } from "../TextPart.tsx";

const lists = ["strengths", "weaknesses", "opportunities", "threats"] as const;

/** Four short lists: inside above, outside below; for us on one side, against us on the other. */
export function SwotPart({ answer, plan, canWrite, onWritten }: PlanTabProps) {
  const { say } = useHost();
  const isEmpty = lists.every((name) => !plan.values[name]);
  return (
    <Section
      title={say("swot")}
      empty={isEmpty ? say("swotWhy") : false}
      action={
        canWrite && (
          <EditPlan
            answer={answer}
            plan={plan}
            names={lists}
            title={say("swot")}
            label={say(isEmpty ? "writeIt" : "planEdit")}
            onWritten={onWritten}
          />
        )
      }
    >
      {[lists.slice(0, 2), lists.slice(2)].map((row) => (
        <Columns key={row[0]} gap="small">
          {row.map((name) => (
            <Tile key={name} compact>
              <Column gap="xs">
                <Text format={{ fontWeight: "demibold" }}>{say(planFields[name].label)}</Text>
                {plan.values[name] ? (
                  <PlanText name={name} plan={plan} />
                ) : (
                  <Text variant="microcopy">{say(planFields[name].help ?? "none")}</Text>
                )}
              </Column>
            </Tile>
          ))}
        </Columns>
      ))}
    </Section>
  );
}
