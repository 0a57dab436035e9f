import { Divider, Text } from "@hubspot/ui-extensions";
import type { CheckInsAnswer } from "@keyline/domain";
import {
  BriefView,
  CardFrame,
  Column,
  History,
  OfferedContactAlert,
  StartManaging,
  openCheckIns,
  useBackend,
  useHost,
  useNewsOfRecord,
} from "@keyline/ui";
import { CheckInsHeader } from "./CheckInsHeader.tsx";
import { Waiting } from "./Waiting.tsx";

/** When do we talk next, what about, and what was said before. */
export function CheckInsBody() {
  const read = useBackend("checkIns");
  useNewsOfRecord(read.again);
  return (
    <CardFrame read={read}>
      {(answer) =>
        answer.rhythm ? (
          <Managed answer={answer} onWritten={read.replace} />
        ) : (
          <NotManaged answer={answer} onWritten={read.replace} />
        )
      }
    </CardFrame>
  );
}

interface Props {
  answer: CheckInsAnswer;
  onWritten: (checkIns: CheckInsAnswer) => void;
}

function Managed({ answer, onWritten }: Props) {
  const { today, access, offeredContact, brief, history, hasEarlier } = answer;
  const rest = { today, canWrite: access.canWrite, onWritten };
  const offeredFor = openCheckIns(answer).find(({ key }) => key === offeredContact?.checkInKey);
  return (
    <>
      <CheckInsHeader answer={answer} onWritten={onWritten} />
      <Waiting answer={answer} onWritten={onWritten} />
      {offeredContact && offeredFor && (
        <OfferedContactAlert key={offeredContact.id} contact={offeredContact} checkIn={offeredFor} {...rest} />
      )}
      {brief && (
        <>
          <Divider />
          <BriefView brief={brief} {...rest} />
        </>
      )}
      <Divider />
      <History history={history} hasEarlier={hasEarlier} today={today} />
    </>
  );
}

function NotManaged({ answer, onWritten }: Props) {
  const { say } = useHost();
  const { managing, managedUnder, today, access, history, hasEarlier } = answer;
  return (
    <>
      {managedUnder && (
        <Column>
          <Text>{say("managedUnder", { parent: managedUnder.name })}</Text>
        </Column>
      )}
      <StartManaging options={managing} today={today} canWrite={access.canWrite} onWritten={onWritten} />
      {history.length > 0 && (
        <>
          <Divider />
          <History history={history} hasEarlier={hasEarlier} today={today} />
        </>
      )}
    </>
  );
}
