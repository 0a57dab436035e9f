import { Text } from "@hubspot/ui-extensions";
import { daysBetween, type OpenCheckIn, type PlainDate } from "@keyline/domain";
import { Fact, dateFormat, useHost } from "@keyline/ui";

/** "Next check-in  Sun 29 Nov · in 5 days". */
export function NextCheckInFact({ checkIn, today }: { checkIn: OpenCheckIn | null; today: PlainDate }) {
  const { say, line, locale } = useHost();
  if (!checkIn) {
    return (
      <Fact label={say("nextCheckIn")}>
        <Text variant="microcopy">{say("noNextCheckIn")}</Text>
      </Fact>
    );
  }
  const dates = dateFormat(locale, today);
  const lateDays = daysBetween(checkIn.due, today);
  const distance = lateDays > 0 ? say("daysLate", { count: lateDays }) : dates.fromToday(checkIn.due);
  return (
    <Fact label={say("nextCheckIn")}>
      <Text>{line([dates.day(checkIn.due), distance])}</Text>
    </Fact>
  );
}
