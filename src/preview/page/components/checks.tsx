import type { CheckboxProps, RadioButtonProps, ToggleGroupProps, ToggleProps } from "@hubspot/ui-extensions";
import { useHost } from "../host/host-context.ts";
import { Field } from "./Field.tsx";
import { useFormValue } from "./Form.tsx";
import { useDraft } from "./use-draft.ts";

export const Checkbox = (props: CheckboxProps) => <Check {...props} type="checkbox" />;
export const RadioButton = (props: RadioButtonProps) => <Check {...props} type="radio" />;

function Check({
  type,
  checked,
  initialIsChecked = false,
  value = "",
  name,
  description,
  inline,
  onChange,
  children,
  testId,
  ...rest
}: CheckboxProps & { type: "checkbox" | "radio" }) {
  const [draft, edit] = useDraft(checked, initialIsChecked);
  useFormValue(type === "checkbox" || draft ? name : undefined, type === "radio" ? value : draft);
  return (
    <label className={`check${inline ? " check-inline" : ""}`} data-test-id={testId}>
      <input
        type={type}
        name={name}
        value={value}
        checked={draft}
        disabled={rest.readOnly ?? rest.readonly}
        aria-label={rest["aria-label"]}
        onChange={(event) => {
          edit(event.target.checked);
          onChange?.(event.target.checked, value);
        }}
      />
      <span>
        {children}
        {description && <span className="field-description">{description}</span>}
      </span>
    </label>
  );
}

export function ToggleGroup(props: ToggleGroupProps) {
  const { toggleType = "checkboxList", name, options = [], inline, value, testId } = props;
  const isMany = toggleType === "checkboxList";
  const first = options.filter((option) => option.initialIsChecked).map((option) => option.value);
  const given = value === undefined ? undefined : Array.isArray(value) ? value : [value];
  const [chosen, edit] = useDraft<string[]>(given, first, (a, b) => JSON.stringify(a) === JSON.stringify(b));
  useFormValue(name, isMany ? chosen : (chosen[0] ?? ""));

  function toggle(one: string) {
    const added = isMany && !chosen.includes(one) ? [...chosen, one] : chosen.filter((other) => other !== one);
    const next = isMany ? added : [one];
    edit(next);
    (props.onChange as ((value: string | string[]) => void) | undefined)?.(isMany ? next : one);
  }
  return (
    <Field {...props} group={isMany ? "group" : "radiogroup"} testId={testId}>
      {({ id }) => (
        <div className={`checks${inline ? " checks-inline" : ""}`}>
          {options.map((option) => (
            <label key={option.value} className="check">
              <input
                type={isMany ? "checkbox" : "radio"}
                name={`${name}${id}`}
                checked={chosen.includes(option.value)}
                disabled={option.readOnly ?? option.readonly}
                onChange={() => toggle(option.value)}
              />
              <span>
                {option.label}
                {option.description && <span className="field-description">{option.description}</span>}
              </span>
            </label>
          ))}
        </div>
      )}
    </Field>
  );
}

export function Toggle(props: ToggleProps) {
  const { label, labelDisplay = "inline", checked, initialIsChecked = false, name, onChange, testId } = props;
  const host = useHost();
  const [draft, edit] = useDraft(checked, initialIsChecked);
  useFormValue(name, draft);
  const [on, off] = host.locale.startsWith("ar") ? ["نعم", "لا"] : ["ON", "OFF"];
  return (
    <label className={`toggle toggle-${labelDisplay}`} data-test-id={testId}>
      <span className={labelDisplay === "hidden" ? "for-readers" : "toggle-label"}>{label}</span>
      <input
        type="checkbox"
        role="switch"
        name={name}
        checked={draft}
        disabled={props.readOnly ?? props.readonly}
        onChange={(event) => {
          edit(event.target.checked);
          onChange?.(event.target.checked);
        }}
      />
      <span className="toggle-track" aria-hidden="true">
        {draft ? (props.textChecked ?? on) : (props.textUnchecked ?? off)}
      </span>
    </label>
  );
}
