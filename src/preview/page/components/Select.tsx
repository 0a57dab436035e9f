import type { MultiSelectProps, SelectProps } from "@hubspot/ui-extensions";
import { useEffect, useRef, useState } from "react";
import { useHost } from "../host/host-context.ts";
import { Field } from "./Field.tsx";
import { useFormValue } from "./Form.tsx";
import { useDraft } from "./use-draft.ts";

type Value = string | number | boolean;

/** The browser's own select: it is what keyboards, screen readers and phones know best. */
export function Select(props: SelectProps) {
  const { name, value, options = [], placeholder, readOnly, variant = "input", onChange } = props;
  const [draft, edit] = useDraft<Value | null>(value, null);
  useFormValue(name, draft ?? "");
  const at = options.findIndex((option) => option.value === draft);
  return (
    <Field {...props}>
      {(input) => (
        <select
          {...input}
          className={`input select select-${variant}`}
          name={name}
          value={at === -1 ? "" : String(at)}
          disabled={readOnly}
          aria-label={props.label ? undefined : placeholder}
          onChange={(event) => {
            const chosen = options[Number(event.target.value)]?.value;
            if (chosen === undefined) return;
            edit(chosen);
            onChange?.(chosen);
          }}
        >
          {at === -1 && (
            <option value="" disabled hidden>
              {placeholder ?? ""}
            </option>
          )}
          {options.map((option, index) => (
            <option key={`${typeof option.value}${String(option.value)}`} value={index}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export function MultiSelect(props: MultiSelectProps) {
  const { name, value, options = [], placeholder, readOnly, variant = "input", onChange } = props;
  const host = useHost();
  const [draft, edit] = useDraft<Value[]>(value, [], (a, b) => JSON.stringify(a) === JSON.stringify(b));
  const [isOpen, setIsOpen] = useState(false);
  const [query, setQuery] = useState("");
  const whole = useRef<HTMLDivElement>(null);
  useFormValue(name, draft);
  useEffect(() => {
    if (!isOpen) return undefined;
    const closeBeside = (event: PointerEvent) => !whole.current?.contains(event.target as Node) && setIsOpen(false);
    document.addEventListener("pointerdown", closeBeside);
    return () => document.removeEventListener("pointerdown", closeBeside);
  }, [isOpen]);

  function toggle(one: Value) {
    const next = draft.includes(one) ? draft.filter((other) => other !== one) : [...draft, one];
    edit(next);
    onChange?.(next);
  }
  const chosen = options.filter((option) => draft.includes(option.value)).map(({ label }) => label);
  const shown = options.filter(({ label }) => label.toLowerCase().includes(query.toLowerCase()));
  return (
    <Field {...props}>
      {({ id, ...input }) => (
        <div
          className="multi"
          ref={whole}
          onKeyDown={(event) => {
            if (event.key !== "Escape" || !isOpen) return;
            event.preventDefault();
            setIsOpen(false);
          }}
        >
          <button
            {...input}
            id={id}
            type="button"
            role="combobox"
            className={`input select select-${variant}`}
            aria-expanded={isOpen}
            aria-controls={`${id}list`}
            disabled={readOnly}
            onClick={() => setIsOpen(!isOpen)}
          >
            {chosen.length > 0 ? (
              new Intl.ListFormat(host.locale, { type: "unit", style: "short" }).format(chosen)
            ) : (
              <span className="placeholder">{placeholder ?? "\u00a0"}</span>
            )}
          </button>
          {isOpen && (
            <div className="multi-list" id={`${id}list`} role="group" aria-label={props.label ?? placeholder}>
              {options.length > 8 && (
                <input
                  type="search"
                  className="input"
                  aria-label="⌕"
                  value={query}
                  onChange={(event) => setQuery(event.target.value)}
                />
              )}
              {shown.map((option) => (
                <label key={String(option.value)} className="check">
                  <input type="checkbox" checked={draft.includes(option.value)} onChange={() => toggle(option.value)} />
                  <span>{option.label}</span>
                </label>
              ))}
            </div>
          )}
        </div>
      )}
    </Field>
  );
}
