import { Alert, Button, Heading, LoadingButton, Text } from "@hubspot/ui-extensions";
import type { BulkField, BulkPreviewed } from "@keyline/domain";
import { Column, Listing, Row, WriteProblem, useHost, type Write } from "@keyline/ui";

interface Props {
  seen: BulkPreviewed;
  write: Write<"bulkStart">;
  onStart: () => void;
  onBack: () => void;
}

export const fieldNames = {
  type: "accountType",
  tier: "tier",
  rhythm: "rhythm",
  lead: "leadManager",
  team: "addToTeam",
} as const satisfies Record<BulkField, string>;

/** What would change, thing by thing, and every value that would give way. */
export function PreviewView({ seen, write, onStart, onBack }: Props) {
  const { say, numbers } = useHost();
  const { toChange, same, gone, notAllowed, overwriteCount, overwritten } = seen;
  return (
    <Column gap="medium" fills>
      <WriteProblem problem={write.problem} />
      <Column gap="flush">
        <Heading>{say("bulkWillChange", { count: toChange })}</Heading>
        <Text variant="microcopy">{say("bulkSame", { count: same })}</Text>
        {gone > 0 && <Text variant="microcopy">{say("bulkGone", { count: gone })}</Text>}
        {notAllowed > 0 && <Text variant="microcopy">{say("bulkNotAllowed", { count: notAllowed })}</Text>}
      </Column>
      <Listing
        items={seen.fields}
        keyOf={({ field }) => field}
        columns={[
          { title: say("bulkWhat"), cell: ({ field }) => <Text>{say(fieldNames[field])}</Text> },
          { title: say("bulkNew"), isNumber: true, cell: ({ change }) => <Text>{numbers.number(change)}</Text> },
          {
            title: say("bulkReplaced"),
            isNumber: true,
            cell: ({ overwrite }) => <Text>{numbers.number(overwrite)}</Text>,
          },
          { title: say("bulkKept"), isNumber: true, cell: ({ kept }) => <Text>{numbers.number(kept)}</Text> },
          { title: say("bulkAlready"), isNumber: true, cell: (one) => <Text>{numbers.number(one.same)}</Text> },
        ]}
      />
      {overwriteCount > 0 && (
        <Column fills>
          <Alert variant="warning" title={say("bulkGivesWay", { count: overwriteCount })}>
            {null}
          </Alert>
          <Listing
            items={overwritten}
            keyOf={({ company, field }) => `${company.id}${field}`}
            columns={[
              { title: say("columnCompany"), cell: ({ company }) => <Text>{company.name}</Text> },
              { title: say("bulkNow"), cell: ({ from }) => <Text>{from}</Text> },
              { title: say("bulkThen"), cell: ({ to }) => <Text>{to}</Text> },
            ]}
          />
        </Column>
      )}
      <Row>
        <LoadingButton variant="primary" loading={write.isSending} disabled={toChange === 0} onClick={onStart}>
          {say("bulkStartButton", { count: toChange })}
        </LoadingButton>
        <Button onClick={onBack}>{say("bulkBack")}</Button>
      </Row>
    </Column>
  );
}
