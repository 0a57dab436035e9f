import type { CurrencyInputProps, NumberInputProps, StepperInputProps } from "@hubspot/ui-extensions";
import { useEffect, useState } from "react";
import { useHost } from "../host/host-context.ts";
import { Field } from "./Field.tsx";
import { useFormValue } from "./Form.tsx";
import { onEnter } from "./TextInput.tsx";
import { formatNumber, parseNumber } from "./number-text.ts";
import { useDraft } from "./use-draft.ts";

interface Limits {
  min?: number | undefined;
  max?: number | undefined;
  precision?: number | undefined;
}

/** A number with the text that stands for it: the text is the person's while they type, and tidied when they leave. */
function useNumber(props: NumberInputProps & Limits, format: (value: number) => string) {
  const { name, value, defaultValue, min, max, precision, onChange, onInput, onBlur, onFocus } = props;
  const [number, edit] = useDraft<number | null>(value, defaultValue ?? null);
  const [text, setText] = useState(number === null ? "" : format(number));
  const [isTyping, setIsTyping] = useState(false);
  useFormValue(name, number ?? "");
  useEffect(() => {
    if (!isTyping) setText(number === null ? "" : format(number));
  }, [number, isTyping]);

  function settle(given: number | null) {
    const rounded = given === null || precision === undefined ? given : Number(given.toFixed(precision));
    const within = rounded === null ? null : Math.min(max ?? Infinity, Math.max(min ?? -Infinity, rounded));
    edit(within);
    // An emptied field is no number; HubSpot's type has no word for it and sends what `Number("")` never was.
    onChange?.(within ?? Number.NaN);
  }
  return {
    number,
    settle,
    commit: () => settle(parseNumber(text)),
    input: {
      value: text,
      onChange: (event: { target: { value: string } }) => {
        setIsTyping(true);
        setText(event.target.value);
        const parsed = parseNumber(event.target.value);
        if (parsed !== null) onInput?.(parsed);
      },
      onFocus: () => onFocus?.(number ?? 0),
      onBlur: () => {
        const parsed = parseNumber(text);
        if (isTyping && parsed !== number) settle(parsed);
        setIsTyping(false);
        onBlur?.(parsed ?? 0);
      },
    },
  };
}

export function NumberInput(props: NumberInputProps) {
  const { placeholder, readOnly, name, formatStyle, textAlign, precision } = props;
  const host = useHost();
  const { input: events, commit } = useNumber(props, (value) => formatNumber(value, host.locale, precision));
  return (
    <Field {...props}>
      {(input) => (
        <div className="affixed">
          <input
            {...input}
            {...events}
            className="input"
            inputMode="decimal"
            name={name}
            placeholder={placeholder}
            readOnly={readOnly}
            style={{ textAlign }}
            onKeyDown={onEnter(commit)}
          />
          {formatStyle === "percentage" && <span className="affix">%</span>}
        </div>
      )}
    </Field>
  );
}

export function CurrencyInput(props: CurrencyInputProps) {
  const { placeholder, readOnly, name, currency, precision = 2 } = props;
  const host = useHost();
  const { input: events, commit } = useNumber({ ...props, precision }, (value) => formatNumber(value, host.locale));
  return (
    <Field {...props}>
      {(input) => (
        <div className="affixed">
          <span className="affix">{currency ?? host.currency}</span>
          <input
            {...input}
            {...events}
            className="input"
            inputMode="decimal"
            name={name}
            placeholder={placeholder}
            readOnly={readOnly}
            onKeyDown={onEnter(commit)}
          />
        </div>
      )}
    </Field>
  );
}

export function StepperInput(props: StepperInputProps) {
  const { readOnly, name, stepSize = 1, min, max, minValueReachedTooltip, maxValueReachedTooltip, precision } = props;
  const host = useHost();
  const {
    input: events,
    commit,
    number,
    settle,
  } = useNumber(props, (value) => formatNumber(value, host.locale, precision));
  const value = number ?? 0;
  const isLeast = min !== undefined && value <= min;
  const isMost = max !== undefined && value >= max;
  return (
    <Field {...props}>
      {(input) => (
        <div className="affixed">
          <button
            type="button"
            className="step"
            aria-label="−"
            disabled={readOnly || isLeast}
            title={isLeast ? minValueReachedTooltip : undefined}
            onClick={() => settle(value - stepSize)}
          >
            −
          </button>
          <input
            {...input}
            {...events}
            className="input"
            role="spinbutton"
            aria-valuenow={value}
            aria-valuemin={min}
            aria-valuemax={max}
            inputMode="decimal"
            name={name}
            readOnly={readOnly}
            onKeyDown={onEnter(commit)}
          />
          <button
            type="button"
            className="step"
            aria-label="+"
            disabled={readOnly || isMost}
            title={isMost ? maxValueReachedTooltip : undefined}
            onClick={() => settle(value + stepSize)}
          >
            +
          </button>
        </div>
      )}
    </Field>
  );
}
