import { type ReactNode, useId } from "react";
import { Icon } from "./Icon.tsx";

interface Props {
  label?: string | undefined;
  required?: boolean | undefined;
  description?: string | undefined;
  tooltip?: string | undefined;
  error?: boolean | undefined;
  validationMessage?: string | undefined;
  /** A group of inputs has a legend where a single one has a label. */
  group?: "group" | "radiogroup";
  testId?: string | undefined;
  children: (input: {
    id: string;
    "aria-describedby": string | undefined;
    "aria-invalid": true | undefined;
    "aria-required": true | undefined;
  }) => ReactNode;
}

/** Label, help and message around an input, tied to it for screen readers. */
export function Field(props: Props) {
  const { label, required, description, tooltip, error, validationMessage, group, testId, children } = props;
  const id = useId();
  const noteId = `${id}note`;
  const input = children({
    id,
    "aria-describedby": description || validationMessage ? noteId : undefined,
    "aria-invalid": error || undefined,
    "aria-required": required || undefined,
  });
  const words = (
    <>
      {label}
      {required && (
        <span className="required" aria-hidden="true">
          {" *"}
        </span>
      )}
      {tooltip && (
        <span className="field-tooltip" title={tooltip}>
          <Icon name="info" size="sm" screenReaderText={tooltip} />
        </span>
      )}
    </>
  );
  return (
    <div
      className={`field${error ? " field-error" : ""}`}
      data-test-id={testId}
      {...(group && { role: group, "aria-labelledby": `${id}label` })}
    >
      {label &&
        (group ? (
          <span className="field-label" id={`${id}label`}>
            {words}
          </span>
        ) : (
          <label className="field-label" htmlFor={id}>
            {words}
          </label>
        ))}
      {description && (
        <div className="field-description" id={validationMessage ? undefined : noteId}>
          {description}
        </div>
      )}
      {input}
      {validationMessage && (
        <div className={`field-message${error ? " field-message-error" : ""}`} id={noteId}>
          {validationMessage}
        </div>
      )}
    </div>
  );
}
