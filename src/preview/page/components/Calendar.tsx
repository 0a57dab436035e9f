import type { BaseDate } from "@hubspot/ui-extensions";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { addDays, isoOf } from "./day-text.ts";

interface Props {
  chosen: BaseDate | null;
  today: BaseDate;
  locale: string;
  min: BaseDate | undefined;
  max: BaseDate | undefined;
  words: { today: string | undefined; clear: string | undefined };
  onChoose: (day: BaseDate | null) => void;
}

/** One month of days. Arrows walk by day and week, Page Up and Down by month, Enter chooses. */
export function Calendar({ chosen, today, locale, min, max, words, onChoose }: Props) {
  const [focused, setFocused] = useState(chosen ?? today);
  const grid = useRef<HTMLTableElement>(null);
  const isArabic = locale.startsWith("ar");
  useEffect(() => grid.current?.querySelector<HTMLButtonElement>("[tabindex='0']")?.focus(), [isoOf(focused)]);

  const utc = (day: BaseDate) => Date.UTC(day.year, day.month, day.date);
  const text = (day: BaseDate, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC", calendar: "gregory" }).format(utc(day));
  const firstOfMonth = { ...focused, date: 1 };
  const start = addDays(firstOfMonth, -((new Date(utc(firstOfMonth)).getUTCDay() + 7 - firstWeekday(locale)) % 7));
  const weeks = Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (__, day) => addDays(start, week * 7 + day)),
  );
  const toMonth = (step: number) =>
    setFocused(addDays({ ...focused, month: focused.month + step, date: Math.min(focused.date, 28) }, 0));
  const isOff = (day: BaseDate) =>
    (min !== undefined && utc(day) < utc(min)) || (max !== undefined && utc(day) > utc(max));

  function walk(event: KeyboardEvent) {
    const forward = getComputedStyle(event.currentTarget).direction === "rtl" ? -1 : 1;
    const steps: Record<string, number> = { ArrowRight: forward, ArrowLeft: -forward, ArrowDown: 7, ArrowUp: -7 };
    const step = steps[event.key];
    if (step !== undefined) setFocused(addDays(focused, step));
    if (event.key === "PageDown") toMonth(1);
    if (event.key === "PageUp") toMonth(-1);
    if (step !== undefined || event.key.startsWith("Page")) event.preventDefault();
  }

  return (
    <div className="calendar" role="dialog" aria-label={text(focused, { month: "long", year: "numeric" })}>
      <div className="calendar-head">
        <button
          type="button"
          className="step"
          aria-label={isArabic ? "الشهر السابق" : "Previous month"}
          onClick={() => toMonth(-1)}
        >
          <span className="icon-directed">‹</span>
        </button>
        <strong>{text(focused, { month: "long", year: "numeric" })}</strong>
        <button
          type="button"
          className="step"
          aria-label={isArabic ? "الشهر التالي" : "Next month"}
          onClick={() => toMonth(1)}
        >
          <span className="icon-directed">›</span>
        </button>
      </div>
      <table role="grid" ref={grid} onKeyDown={walk}>
        <thead>
          <tr>
            {weeks[0]?.map((day) => (
              <th key={isoOf(day)} scope="col">
                {text(day, { weekday: "narrow" })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0] ? isoOf(week[0]) : ""}>
              {week.map((day) => (
                <td key={isoOf(day)}>
                  <button
                    type="button"
                    className={`day${day.month === focused.month ? "" : " day-other"}${isoOf(day) === isoOf(today) ? " day-today" : ""}`}
                    tabIndex={isoOf(day) === isoOf(focused) ? 0 : -1}
                    aria-pressed={chosen !== null && isoOf(day) === isoOf(chosen)}
                    aria-label={text(day, { dateStyle: "full" })}
                    disabled={isOff(day)}
                    onClick={() => onChoose(day)}
                  >
                    {text(day, { day: "numeric" })}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="calendar-foot">
        <button type="button" className="link" onClick={() => onChoose(today)}>
          {words.today ?? (isArabic ? "اليوم" : "Today")}
        </button>
        <button type="button" className="link" onClick={() => onChoose(null)}>
          {words.clear ?? (isArabic ? "مسح" : "Clear")}
        </button>
      </div>
    </div>
  );
}

/** 0 is Sunday. Browsers name it `weekInfo` or `getWeekInfo()`, with 7 for Sunday; without either, Sunday. */
function firstWeekday(locale: string): number {
  const known = new Intl.Locale(locale) as Intl.Locale & {
    weekInfo?: { firstDay: number };
    getWeekInfo?: () => { firstDay: number };
  };
  return ((known.getWeekInfo?.() ?? known.weekInfo)?.firstDay ?? 7) % 7;
}
