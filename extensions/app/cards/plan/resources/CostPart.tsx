import { ProgressBar, Text } from "@hubspot/ui-extensions";
import { accountTypes } from "@keyline/domain";
import { Column, Columns, Fact, Row, useHost } from "@keyline/ui";
import { EditPlan } from "../edit/EditPlan.tsx";
import type { PlanTabProps } from "../plan-tab.ts";
import { Section } from "../Section.tsx";

const names = ["hoursPlanned", "hoursSpent", "budgetMinor", "budgetSpentMinor"] as const;

/** Hours and money: planned, spent, given to initiatives, and what they cost against the revenue. */
export function CostPart({ answer, plan, canWrite, onWritten }: PlanTabProps) {
  const { say, numbers, language } = useHost();
  const { currency } = answer;
  const { values, resources, revenue } = plan;
  const { hoursPlanned, hoursSpent, budgetMinor, budgetSpentMinor } = values;
  const { norm, allocated } = resources;
  const isEmpty = names.every((name) => values[name] === null);
  const hours = (count: number) => say("normHours", { hours: count });
  const money = (minor: number) => numbers.money(minor, currency);
  const type = plan.type ?? answer.type;
  const toDate = revenue.toDateMinor;
  return (
    <Section
      title={say("resourcesTitle")}
      empty={isEmpty && norm === null ? say("resourcesWhy") : false}
      action={
        canWrite && (
          <EditPlan
            answer={answer}
            plan={plan}
            names={names}
            title={say("resourcesTitle")}
            label={say(isEmpty ? "writeIt" : "planEdit")}
            onWritten={onWritten}
          />
        )
      }
    >
      {isEmpty && (
        <Column>
          <Text variant="microcopy">{say("resourcesWhy")}</Text>
        </Column>
      )}
      <Columns gap="large">
        <Column gap="xs" fills>
          <Spent label={say("planHours")} spent={hoursSpent} planned={hoursPlanned} text={hours} />
          {norm && (
            <Fact label={type ? `${say("usualForType")} (${accountTypes.label(type, language)})` : say("usualForType")}>
              <Text>{hours(norm.hours)}</Text>
            </Fact>
          )}
          {norm && norm.hours > 0 && hoursPlanned !== null && (
            <Fact label={say("hoursPlanned")}>
              <Text>{say("overNorm", { percent: numbers.percent((hoursPlanned / norm.hours) * 100) })}</Text>
            </Fact>
          )}
          <Fact label={say("allocated")}>
            <Text>{hours(allocated.hours)}</Text>
          </Fact>
          {toDate !== null && hoursSpent !== null && hoursSpent > 0 && (
            <Fact label={say("revenuePerHour")}>
              <Text>{money(Math.round(toDate / hoursSpent))}</Text>
            </Fact>
          )}
        </Column>
        <Column gap="xs" fills>
          <Spent label={say("planMoney")} spent={budgetSpentMinor} planned={budgetMinor} text={money} />
          <Fact label={say("allocated")}>
            <Text>{money(allocated.budgetMinor)}</Text>
          </Fact>
          {toDate !== null && toDate > 0 && budgetSpentMinor !== null && (
            <Fact label={say("costOfRevenue")}>
              <Text>{numbers.percent((budgetSpentMinor / toDate) * 100)}</Text>
            </Fact>
          )}
        </Column>
      </Columns>
    </Section>
  );
}

interface SpentProps {
  label: string;
  spent: number | null;
  planned: number | null;
  text: (value: number) => string;
}

/** So much of so much, with its bar; red once there is more spent than planned. */
function Spent({ label, spent, planned, text }: SpentProps) {
  const { say } = useHost();
  if (planned === null && spent === null) return null;
  const words =
    planned === null ? text(spent ?? 0) : say("spentOf", { spent: text(spent ?? 0), planned: text(planned) });
  const share = planned ? Math.round(((spent ?? 0) / planned) * 100) : 0;
  return (
    <Column gap="xs" fills>
      <Row justify="between" wrap>
        <Text format={{ fontWeight: "demibold" }}>{label}</Text>
        <Text>{words}</Text>
      </Row>
      {planned !== null && (
        <ProgressBar aria-label={label} value={Math.min(100, share)} variant={share > 100 ? "danger" : "success"} />
      )}
    </Column>
  );
}
