import { StatusTag, Text } from "@hubspot/ui-extensions";
import { Column, Columns, dateFormat, useHost } from "@keyline/ui";
import { EditPlan } from "../edit/EditPlan.tsx";
import { planFields } from "../edit/plan-fields.ts";
import type { PlanTabProps } from "../plan-tab.ts";
import { Section } from "../Section.tsx";
import { PlanText } from "../TextPart.tsx";

const sides = ["ourPromises", "theirPromises"] as const;

/** What each side can hold the other to, and who agreed to it on which day. */
export function PromisesPart({ answer, plan, canWrite, onWritten }: PlanTabProps) {
  const { say, locale } = useHost();
  const { agreedBy, agreedOn } = plan.values;
  const dates = dateFormat(locale, answer.today);
  return (
    <Section
      title={say("planPromises")}
      aside={
        agreedOn && agreedBy ? (
          <StatusTag variant="success">{say("agreedLine", { by: agreedBy, on: dates.day(agreedOn) })}</StatusTag>
        ) : (
          <StatusTag>{say("notAgreed")}</StatusTag>
        )
      }
      action={
        canWrite && (
          <EditPlan
            answer={answer}
            plan={plan}
            names={["ourPromises", "theirPromises", "agreedBy", "agreedOn"]}
            title={say("promisesTitle")}
            onWritten={onWritten}
          />
        )
      }
    >
      <Columns gap="large">
        {sides.map((name) => (
          <Column key={name} gap="xs">
            <Text format={{ fontWeight: "demibold" }}>{say(planFields[name].label)}</Text>
            {plan.values[name] ? (
              <PlanText name={name} plan={plan} />
            ) : (
              <Text variant="microcopy">{say(planFields[name].help ?? "none")}</Text>
            )}
          </Column>
        ))}
      </Columns>
    </Section>
  );
}
