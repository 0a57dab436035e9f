import { Tag, Text } from "@hubspot/ui-extensions";
import { priorityParts, type JudgedFactor } from "@keyline/domain";
import { Listing, useHost } from "@keyline/ui";
import type { PlanTabProps } from "../plan-tab.ts";
import { Section } from "../Section.tsx";
import { EditAccount } from "./EditAccount.tsx";

/** The six judged factors with their reasons, and the priority that follows from them. */
export function FactorsPart({ answer, plan, canWrite, onWritten }: PlanTabProps) {
  const { say, line, language } = useHost();
  const { account, priority } = answer;
  const isJudged = priority.score !== null;
  const rows = priorityParts.values.map((part) => ({ part, judged: account[part] }));
  return (
    <Section
      title={say("factors")}
      aside={isJudged && <Tag>{line([say("planPriority"), say("priorityOf", { score: priority.score ?? 0 })])}</Tag>}
      empty={isJudged ? false : say("factorsWhy")}
      action={
        canWrite && (
          <EditAccount
            answer={answer}
            planKey={plan.key}
            names={priorityParts.values}
            title={say("factorsTitle")}
            label={say(isJudged ? "planEdit" : "judge")}
            onWritten={onWritten}
          />
        )
      }
    >
      <Listing
        items={rows}
        keyOf={({ part }) => part}
        columns={[
          { title: say("factorsTitle"), cell: ({ part }) => <Text>{priorityParts.label(part, language)}</Text> },
          { title: say("factorScore"), cell: ({ judged }) => <Dots judged={judged} /> },
          { title: say("factorReason"), cell: ({ judged }) => <Text variant="microcopy">{judged.reason ?? ""}</Text> },
        ]}
      />
    </Section>
  );
}

/** Five marks, so many of them filled, and the number for those who do not see them. */
function Dots({ judged: { value } }: { judged: JudgedFactor }) {
  const { say, line, numbers } = useHost();
  if (value === null) return <Text variant="microcopy">{say("factorNotJudged")}</Text>;
  return <Text>{line([`${"●".repeat(value)}${"○".repeat(5 - value)}\u00a0${numbers.number(value)}`])}</Text>;
}
