import type { InputProps, SearchInputProps, TextAreaProps } from "@hubspot/ui-extensions";
import { type KeyboardEvent, useRef } from "react";
import { Field } from "./Field.tsx";
import { useFormValue } from "./Form.tsx";
import { Icon } from "./Icon.tsx";
import { useDraft } from "./use-draft.ts";

/** The moments that HubSpot tells a card of: every edit, the commit (leaving the field or Enter), focus and leaving. */
function useText(props: InputProps) {
  const { name, value, defaultValue, onInput, onChange, onBlur, onFocus } = props;
  const [draft, edit] = useDraft(value, defaultValue ?? "");
  const committed = useRef(draft);
  useFormValue(name, draft);

  function commit() {
    if (committed.current !== draft) onChange?.(draft);
    committed.current = draft;
  }
  return {
    draft,
    edit: (text: string) => {
      edit(text);
      onInput?.(text);
    },
    commit,
    events: {
      onBlur: () => {
        commit();
        onBlur?.(draft);
      },
      onFocus: () => onFocus?.(draft),
    },
  };
}

export function Input(props: InputProps) {
  const { type = "text", placeholder, readOnly, name } = props;
  const { draft, edit, commit, events } = useText(props);
  return (
    <Field {...props}>
      {(input) => (
        <input
          {...input}
          {...events}
          className="input"
          name={name}
          type={type}
          value={draft}
          placeholder={placeholder}
          readOnly={readOnly}
          onChange={(event) => edit(event.target.value)}
          onKeyDown={onEnter(commit)}
        />
      )}
    </Field>
  );
}

export function TextArea(props: TextAreaProps) {
  const { placeholder, readOnly, name, cols, rows = 3, maxLength, resize = "vertical" } = props;
  const { draft, edit, events } = useText(props);
  return (
    <Field {...props}>
      {(input) => (
        <textarea
          {...input}
          {...events}
          className="input"
          name={name}
          value={draft}
          placeholder={placeholder}
          readOnly={readOnly}
          cols={cols}
          rows={rows}
          maxLength={maxLength}
          style={{ resize }}
          onChange={(event) => edit(event.target.value)}
        />
      )}
    </Field>
  );
}

export function SearchInput(props: SearchInputProps) {
  const { placeholder, readOnly, name, clearable = true, onChange } = props;
  const { draft, edit, commit, events } = useText(props);
  return (
    <Field {...props}>
      {(input) => (
        <div className="search">
          <input
            {...input}
            {...events}
            className="input"
            name={name}
            type="search"
            value={draft}
            placeholder={placeholder}
            readOnly={readOnly}
            aria-label={props.label ?? placeholder}
            onChange={(event) => edit(event.target.value)}
            onKeyDown={onEnter(commit)}
          />
          {clearable && draft !== "" ? (
            <button
              type="button"
              className="search-button"
              aria-label="×"
              onClick={() => {
                edit("");
                onChange?.("");
              }}
            >
              ×
            </button>
          ) : (
            <span className="search-button" aria-hidden="true">
              <Icon name="search" size="sm" />
            </span>
          )}
        </div>
      )}
    </Field>
  );
}

export const onEnter = (act: () => void) => (event: KeyboardEvent) => {
  if (event.key === "Enter") act();
};
