import type { BaseDate, DateInputProps } from "@hubspot/ui-extensions";
import { useEffect, useRef, useState } from "react";
import { useHost } from "../host/host-context.ts";
import { Calendar } from "./Calendar.tsx";
import { Field } from "./Field.tsx";
import { useFormValue } from "./Form.tsx";
import { Icon } from "./Icon.tsx";
import { dayOf, formatDay, isoOf, parseDay, payloadOf } from "./day-text.ts";
import { useDraft } from "./use-draft.ts";

/** A day to type or to pick. HubSpot counts months from 0 and sends the day with its text. */
export function DateInput(props: DateInputProps) {
  const { name, value, defaultValue, readOnly, min, max, format, onChange, onBlur, onFocus } = props;
  const host = useHost();
  const [day, edit] = useDraft<BaseDate | null>(
    value,
    defaultValue ?? null,
    (a, b) => JSON.stringify(a) === JSON.stringify(b),
  );
  const show = (shown: BaseDate | null) => (shown ? formatDay(shown, host.locale, format) : "");
  const [text, setText] = useState(show(day));
  const [isOpen, setIsOpen] = useState(false);
  const whole = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  useFormValue(name, day ? { ...day, formattedDate: isoOf(day) } : "");
  useEffect(() => setText(show(day)), [day && isoOf(day), host.locale]);
  useEffect(() => {
    if (!isOpen) return undefined;
    const closeBeside = (event: PointerEvent) => !whole.current?.contains(event.target as Node) && setIsOpen(false);
    document.addEventListener("pointerdown", closeBeside);
    return () => document.removeEventListener("pointerdown", closeBeside);
  }, [isOpen]);

  const outside =
    day &&
    (min && isoOf(day) < isoOf(min)
      ? props.minValidationMessage
      : max && isoOf(day) > isoOf(max)
        ? props.maxValidationMessage
        : undefined);
  function choose(next: BaseDate | null) {
    edit(next);
    setText(show(next));
    // The type knows no cleared date; HubSpot sends null.
    onChange?.((next ? payloadOf(next) : null) as ReturnType<typeof payloadOf>);
  }
  function commit() {
    if (text === show(day)) return;
    const typed = text.trim() === "" ? null : parseDay(text);
    if (typed || text.trim() === "") choose(typed);
    else setText(show(day));
  }
  function close() {
    setIsOpen(false);
    opener.current?.focus();
  }

  return (
    <Field {...props} error={props.error || Boolean(outside)} validationMessage={outside || props.validationMessage}>
      {(input) => (
        <div
          className="affixed date"
          ref={whole}
          onKeyDown={(event) => {
            if (event.key !== "Escape" || !isOpen) return;
            event.preventDefault();
            close();
          }}
        >
          <input
            {...input}
            className="input"
            name={name}
            value={text}
            readOnly={readOnly}
            placeholder="YYYY-MM-DD"
            autoComplete="off"
            onChange={(event) => {
              setText(event.target.value);
              // A whole ISO day is certain, so it counts at once; anything else waits until the person leaves the field.
              if (/^\d{4}-\d{2}-\d{2}$/.test(event.target.value)) choose(parseDay(event.target.value));
            }}
            onBlur={() => {
              commit();
              if (day) onBlur?.(payloadOf(day));
            }}
            onFocus={() => day && onFocus?.(payloadOf(day))}
            onKeyDown={(event) => event.key === "Enter" && commit()}
          />
          <button
            ref={opener}
            type="button"
            className="step"
            aria-label={`${props.label} 📅`}
            aria-haspopup="dialog"
            aria-expanded={isOpen}
            disabled={readOnly}
            onClick={() => setIsOpen(!isOpen)}
          >
            <Icon name="date" size="sm" />
          </button>
          {isOpen && (
            <Calendar
              chosen={day}
              today={dayOf(host.now(), host.timeZone)}
              locale={host.locale}
              min={min}
              max={max}
              words={{ today: props.todayButtonLabel, clear: props.clearButtonLabel }}
              onChoose={(next) => {
                choose(next);
                close();
              }}
            />
          )}
        </div>
      )}
    </Field>
  );
}
