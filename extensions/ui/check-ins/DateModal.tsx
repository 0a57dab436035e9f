import { useState } from "react";
import { Alert, Button, Form, LoadingButton, Modal, ModalBody, Text } from "@hubspot/ui-extensions";
import type { CheckInsAnswer, DateTaken, PlainDate } from "@keyline/domain";
import type { Write } from "../backend/index.ts";
import { DateField } from "../fields/index.ts";
import { WriteProblem } from "../frame/index.ts";
import { dateFormat } from "../format/index.ts";
import { useHost } from "../host/index.ts";
import { Column, Row } from "../reading/index.ts";
import type { ReactNode } from "react";

interface Props {
  id: string;
  title: string;
  label: string;
  help?: string;
  /** What the alert says when it is done. */
  done: string;
  today: PlainDate;
  initial: PlainDate;
  write: Write<"planCheckIn"> | Write<"rescheduleCheckIn">;
  errorPath: string;
  send: (date: PlainDate) => Promise<DateTaken | null>;
  /** Stands above the field: a conflict. */
  renderAbove?: (date: PlainDate) => ReactNode;
  onWritten: (checkIns: CheckInsAnswer) => void;
}

/** Asks for a day. On a day off nothing is saved yet: the next working day is offered instead. */
export function DateModal({
  id,
  title,
  label,
  help,
  done,
  today,
  initial,
  write,
  errorPath,
  send,
  renderAbove,
  ...rest
}: Props) {
  const { say, locale, actions } = useHost();
  const [date, setDate] = useState(initial);
  const [dayOff, setDayOff] = useState<Extract<DateTaken, { outcome: "day-off" }> | null>(null);
  const dates = dateFormat(locale, today);

  const take = async (chosen: PlainDate) => {
    const taken = await send(chosen);
    if (!taken) return;
    if (taken.outcome === "day-off") return setDayOff(taken);
    setDayOff(null);
    actions.addAlert({ type: "success", message: done });
    actions.refreshObjectProperties();
    actions.closeOverlay(id);
    rest.onWritten(taken.checkIns);
  };

  return (
    <Modal id={id} title={title}>
      <ModalBody>
        <Form onSubmit={() => void take(date)}>
          <Column fills>
            <WriteProblem problem={write.problem} />
            {renderAbove?.(date)}
            <DateField
              name="date"
              label={label}
              {...(help ? { help } : {})}
              value={date}
              min={today}
              required
              error={write.errorAt(errorPath)}
              onChange={(chosen) => {
                setDate(chosen);
                setDayOff(null);
              }}
            />
            {dayOff && (
              <Alert variant="info" title={dayOffText(dayOff)}>
                <Text>{dates.fromToday(dayOff.offered)}</Text>
              </Alert>
            )}
            <Row>
              {dayOff ? (
                <LoadingButton variant="primary" loading={write.isSending} onClick={() => void take(dayOff.offered)}>
                  {say("takeWorkingDay", { date: dates.day(dayOff.offered) })}
                </LoadingButton>
              ) : (
                <LoadingButton type="submit" variant="primary" loading={write.isSending}>
                  {title}
                </LoadingButton>
              )}
              <Button onClick={() => actions.closeOverlay(id)}>{say("cancel")}</Button>
            </Row>
          </Column>
        </Form>
      </ModalBody>
    </Modal>
  );

  function dayOffText({ asked, holiday }: { asked: PlainDate; holiday: string | null }): string {
    const day = dates.day(asked);
    return holiday ? say("dayOffHoliday", { date: day, holiday }) : say("dayOff", { date: day });
  }
}
