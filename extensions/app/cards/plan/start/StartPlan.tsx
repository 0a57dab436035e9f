import { Heading, Text } from "@hubspot/ui-extensions";
import type { PlanAnswer, PlanStart } from "@keyline/domain";
import { Column, Columns, useHost } from "@keyline/ui";
import { OfferTile } from "./OfferTile.tsx";

interface Props {
  answer: PlanAnswer;
  start: PlanStart;
  onWritten: (plan: PlanAnswer) => void;
}

/** An account without a plan: what a plan is for, and four to start from. */
export function StartPlan({ answer, start, onWritten }: Props) {
  const { say } = useHost();
  const { offers } = start;
  // Where nothing speaks for a type, none is marked.
  const fitting = answer.type;
  const rows = [offers.slice(0, 2), offers.slice(2)].filter((row) => row.length > 0);
  return (
    <Column gap="medium" fills>
      <Column gap="xs">
        <Heading>{say("noPlanTitle")}</Heading>
        <Text>{say("noPlanText")}</Text>
      </Column>
      {rows.map((row) => (
        <Columns key={row[0]?.type} gap="medium">
          {row.map((offer) => (
            <OfferTile
              key={offer.type}
              answer={answer}
              start={start}
              offer={offer}
              isFitting={offer.type === fitting}
              onWritten={onWritten}
            />
          ))}
        </Columns>
      ))}
    </Column>
  );
}
