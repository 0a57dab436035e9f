import { Divider, Text } from "@hubspot/ui-extensions";
import type { SummaryAnswer } from "@keyline/domain";
import { CardFrame, Column, StartManaging, useBackend, useHost, useNewsOfRecord } from "@keyline/ui";
import { ContractFact } from "./ContractFact.tsx";
import { DoNextLine } from "./DoNextLine.tsx";
import { HealthView } from "./HealthView.tsx";
import { NextCheckInFact } from "./NextCheckInFact.tsx";
import { RevenueView } from "./RevenueView.tsx";
import { SummaryHeader } from "./SummaryHeader.tsx";

/** How is this account, and what is to be done now. */
export function SummaryBody() {
  const read = useBackend("summary");
  useNewsOfRecord(read.again);
  return <CardFrame read={read}>{(answer) => <Known answer={answer} again={read.again} />}</CardFrame>;
}

function Known({ answer, again }: { answer: SummaryAnswer; again: () => void }) {
  const { say } = useHost();
  const { today, access, health, revenue, contract, managing, managedUnder } = answer;
  if (!answer.isManaged && managing) {
    return (
      <>
        {managedUnder && (
          <Column>
            <Text>{say("managedUnder", { parent: managedUnder.name })}</Text>
          </Column>
        )}
        <StartManaging isSmall options={managing} today={today} canWrite={access.canWrite} onWritten={again} />
      </>
    );
  }
  return (
    <>
      <SummaryHeader answer={answer} />
      {health && <HealthView health={health} today={today} />}
      {revenue && <RevenueView revenue={revenue} currency={answer.currency} />}
      <NextCheckInFact checkIn={answer.nextCheckIn} today={today} />
      {contract && <ContractFact contract={contract} today={today} currency={answer.currency} />}
      <Divider />
      <DoNextLine answer={answer} onWritten={again} />
    </>
  );
}
