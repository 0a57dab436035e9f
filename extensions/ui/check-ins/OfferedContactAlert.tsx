import { useState } from "react";
import { Alert, Button, LoadingButton } from "@hubspot/ui-extensions";
import type { CheckInsAnswer, OfferedContact, OpenCheckIn, PlainDate } from "@keyline/domain";
import { useWrite } from "../backend/index.ts";
import { WriteProblem } from "../frame/index.ts";
import { dateFormat } from "../format/index.ts";
import { useHost } from "../host/index.ts";
import { Row } from "../reading/index.ts";

interface Props {
  contact: OfferedContact;
  checkIn: Pick<OpenCheckIn, "state" | "due">;
  today: PlainDate;
  canWrite: boolean;
  onWritten: (checkIns: CheckInsAnswer) => void;
}

/** A meeting or call already made, offered as the check-in. One click logs it; a no goes away at once and is kept. */
export function OfferedContactAlert({ contact, checkIn, today, canWrite, onWritten }: Props) {
  const { say, locale, actions } = useHost();
  const write = useWrite("confirmContact");
  const [isRefused, setRefused] = useState(false);
  const date = dateFormat(locale, today).day(contact.on);
  const people = new Intl.ListFormat(locale).format(contact.people.map(({ name }) => name));
  const question =
    contact.people.length > 0
      ? say(contact.kind === "meeting" ? "youMet" : "youCalled", { people, date })
      : say("wasIt", { title: contact.title, date });

  const answerWith = async (isCheckIn: boolean) => {
    setRefused(!isCheckIn);
    const { state, due } = checkIn;
    const request = { checkInKey: contact.checkInKey, contactMadeId: contact.id, isCheckIn, expected: { state, due } };
    const written = await write.send(request);
    if (!written) return setRefused(false);
    if (isCheckIn) actions.addAlert({ type: "success", message: say("contactCounted") });
    actions.refreshObjectProperties();
    onWritten(written.checkIns);
  };

  if (isRefused) return null;
  return (
    <Alert variant="info" title={question}>
      <WriteProblem problem={write.problem} />
      {canWrite && (
        <Row>
          <LoadingButton size="sm" loading={write.isSending} onClick={() => void answerWith(true)}>
            {say("yesLogIt")}
          </LoadingButton>
          <Button size="sm" disabled={write.isSending} onClick={() => void answerWith(false)}>
            {say("no")}
          </Button>
        </Row>
      )}
    </Alert>
  );
}
