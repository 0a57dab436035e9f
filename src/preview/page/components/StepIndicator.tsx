import type { StepIndicatorProps } from "@hubspot/ui-extensions";

export function StepIndicator({
  stepNames,
  currentStep = 0,
  direction = "horizontal",
  variant = "default",
  onClick,
  testId,
}: StepIndicatorProps) {
  return (
    <ol className={`steps steps-${direction} steps-${variant}`} data-test-id={testId}>
      {stepNames.map((name, index) => (
        <li
          key={name}
          className={index < currentStep ? "step-done" : index === currentStep ? "step-now" : ""}
          aria-current={index === currentStep ? "step" : undefined}
        >
          <button type="button" className="bare-button" disabled={!onClick} onClick={() => onClick?.(index)}>
            <span className="step-circle" aria-hidden="true" />
            <span>{name}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}
