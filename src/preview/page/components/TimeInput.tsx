import type { BaseTime, TimeInputProps } from "@hubspot/ui-extensions";
import { Field } from "./Field.tsx";
import { useFormValue } from "./Form.tsx";
import { useDraft } from "./use-draft.ts";

const two = (value: number) => String(value).padStart(2, "0");
const textOf = (time: BaseTime | null | undefined) => (time ? `${two(time.hours)}:${two(time.minutes)}` : "");

export function TimeInput(props: TimeInputProps) {
  const { name, value, defaultValue, readOnly, min, max, interval = 30, onChange } = props;
  const [time, edit] = useDraft<BaseTime | null>(
    value ?? undefined,
    defaultValue ?? null,
    (a, b) => textOf(a) === textOf(b),
  );
  useFormValue(name, time ?? "");
  return (
    <Field {...props}>
      {(input) => (
        <input
          {...input}
          type="time"
          className="input"
          name={name}
          value={textOf(time)}
          min={textOf(min)}
          max={textOf(max)}
          step={interval * 60}
          readOnly={readOnly}
          onChange={(event) => {
            const [hours, minutes] = event.target.value.split(":").map(Number);
            if (hours === undefined || minutes === undefined) return;
            edit({ hours, minutes });
            onChange?.({ hours, minutes });
          }}
        />
      )}
    </Field>
  );
}
