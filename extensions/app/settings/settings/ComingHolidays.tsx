import { useState } from "react";
import { Button, Text } from "@hubspot/ui-extensions";
import { addDays, calendarOf, type PlainDate, type Settings, type SettingsAnswer } from "@keyline/domain";
import { Column, Columns, DateField, Listing, Row, TextField, dateFormat, useHost } from "@keyline/ui";

interface Props {
  settings: Settings;
  answer: SettingsAnswer;
  onChange: (holidays: Partial<Settings["holidays"]>) => void;
}

/** The next year's days off, shipped and own: each can be worked all the same, and more can be added. */
export function ComingHolidays({ settings, answer, onChange }: Props) {
  const { say, line, language, locale } = useHost();
  const dates = dateFormat(locale, answer.today);
  const { own, worked } = settings.holidays;
  const isOwn = (date: PlainDate) => own.some((one) => one.date === date);
  const calendar = calendarOf(settings, answer.timeZone);
  const days = [...calendar.holidays.values()]
    .filter(({ date }) => date >= answer.today && date <= addDays(answer.today, 365))
    .sort((one, other) => (one.date < other.date ? -1 : 1));
  return (
    <Column gap="small" fills>
      <Listing
        items={days}
        keyOf={({ date }) => date}
        columns={[
          { title: say("holidayDate"), cell: ({ date }) => dates.day(date) },
          {
            title: say("holidayName"),
            cell: ({ date, name, provisional }) =>
              line([name[language], provisional && say("holidayExpected"), isOwn(date) && say("holidayOwn")]),
          },
          {
            title: say("holidayChange"),
            cell: ({ date }) => (
              <Button
                size="xs"
                onClick={() =>
                  isOwn(date)
                    ? onChange({ own: own.filter((one) => one.date !== date) })
                    : onChange({ worked: [...worked, date] })
                }
              >
                {say(isOwn(date) ? "holidayRemove" : "holidayWorked")}
              </Button>
            ),
          },
        ]}
      />
      {worked.map((date) => (
        <Column key={date} gap="flush">
          <Text variant="microcopy">{line([say("holidayWorked"), dates.day(date)])}</Text>
        </Column>
      ))}
      <AddHoliday onAdd={(day) => onChange({ own: [...own.filter(({ date }) => date !== day.date), day] })} />
    </Column>
  );
}

function AddHoliday({ onAdd }: { onAdd: (day: Settings["holidays"]["own"][number]) => void }) {
  const { say } = useHost();
  const [date, setDate] = useState<PlainDate | null>(null);
  const [en, setEn] = useState("");
  const [ar, setAr] = useState("");
  const isComplete = date !== null && en.trim() !== "" && ar.trim() !== "";
  return (
    <Column gap="small" fills>
      <Columns>
        <DateField name="holidayDate" label={say("holidayDate")} value={date} onChange={setDate} />
        <TextField name="holidayNameEn" label={say("holidayNameEn")} value={en} onChange={setEn} />
        <TextField name="holidayNameAr" label={say("holidayNameAr")} value={ar} onChange={setAr} />
      </Columns>
      <Row>
        <Button
          disabled={!isComplete}
          onClick={() => {
            if (!date) return;
            onAdd({ date, name: { en: en.trim(), ar: ar.trim() } });
            setDate(null);
            setEn("");
            setAr("");
          }}
        >
          {say("holidayAdd")}
        </Button>
      </Row>
    </Column>
  );
}
