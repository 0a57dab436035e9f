import { Select, Text } from "@hubspot/ui-extensions";
import { holidayCountries, weekdays, type Settings } from "@keyline/domain";
import { ChoicesField, Column, TextField, monthName, useHost } from "@keyline/ui";
import { ComingHolidays } from "./ComingHolidays.tsx";
import { SectionForm } from "./SectionForm.tsx";
import type { SectionProps } from "./SettingsBody.tsx";

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** Working week, time zone, days off, fiscal year. */
export function CalendarSection(props: SectionProps) {
  const { say, locale } = useHost();
  return (
    <SectionForm section="calendar" {...props}>
      {({ values, change, errorAt }) => {
        const holidays = (changed: Partial<Settings["holidays"]>) =>
          change({ holidays: { ...values.holidays, ...changed } });
        return (
          <>
            <ChoicesField
              name="workingWeek"
              label={say("workingDays")}
              choices={weekdays}
              values={values.workingWeek}
              error={errorAt("workingWeek")}
              onChange={(workingWeek) => change({ workingWeek })}
            />
            <TextField
              name="timeZone"
              label={say("settingsTimeZone")}
              help={say("settingsTimeZoneHelp", { zone: props.answer.timeZone })}
              value={values.timeZone ?? ""}
              error={errorAt("timeZone")}
              onChange={(zone) => change({ timeZone: zone.trim() || null })}
            />
            <ChoicesField
              name="holidays"
              label={say("holidaysOf")}
              help={say("holidaysOfHelp")}
              choices={holidayCountries}
              values={values.holidays.countries ?? []}
              error={errorAt("holidays.countries")}
              onChange={(chosen) => holidays({ countries: chosen.length > 0 ? chosen : null })}
            />
            <Column gap="xs" fills>
              <Text format={{ fontWeight: "demibold" }}>{say("holidaysComing")}</Text>
              <ComingHolidays settings={values} answer={props.answer} onChange={holidays} />
            </Column>
            <Select
              name="fiscalYearStart"
              label={say("fiscalYearStart")}
              value={String(values.fiscalYearStartMonth)}
              options={months.map((month) => ({ value: String(month), label: monthName(month, locale) }))}
              onChange={(month) => change({ fiscalYearStartMonth: Number(month) })}
            />
          </>
        );
      }}
    </SectionForm>
  );
}
