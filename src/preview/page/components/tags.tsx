import type { StatusTagProps, TagProps } from "@hubspot/ui-extensions";
import { usePress } from "./press.tsx";

export function Tag(props: TagProps) {
  const { variant = "default", onClick, inline, children, testId } = props;
  const { press, withOverlay, describedBy } = usePress(props);
  const className = `tag tag-${variant}${inline ? " tag-inline" : ""}`;
  if (!onClick && !props.overlay) {
    return (
      <span className={className} data-test-id={testId}>
        {children}
      </span>
    );
  }
  return withOverlay(
    <button
      type="button"
      className={`${className} tag-button`}
      aria-describedby={describedBy}
      onClick={press}
      data-test-id={testId}
    >
      {children}
    </button>,
  );
}

export function StatusTag({
  variant = "default",
  hollow,
  onClick,
  showRemoveIcon,
  onRemoveClick,
  children,
  testId,
}: StatusTagProps) {
  const words = (
    <>
      <span className="status-dot" aria-hidden="true" />
      {children}
    </>
  );
  return (
    <span className={`status-tag status-${variant}${hollow ? " status-hollow" : ""}`} data-test-id={testId}>
      {onClick ? (
        <button type="button" className="bare-button" onClick={() => onClick()}>
          {words}
        </button>
      ) : (
        words
      )}
      {showRemoveIcon && (
        <button type="button" className="bare-button" aria-label="×" onClick={() => onRemoveClick?.()}>
          ×
        </button>
      )}
    </span>
  );
}
