import type { AlertProps, EmptyStateProps, ErrorStateProps, LoadingSpinnerProps } from "@hubspot/ui-extensions";
import { Icon } from "./Icon.tsx";
import { Illustration } from "./Illustration.tsx";
import { Spinner } from "./Spinner.tsx";

const alertIcons = {
  info: "info",
  tip: "bulb",
  success: "success",
  warning: "warning",
  error: "warning",
  danger: "warning",
} as const;

export function Alert({ title, variant = "info", children, testId }: AlertProps) {
  const isUrgent = variant === "danger" || variant === "error";
  return (
    <div className={`alert alert-${variant}`} role={isUrgent ? "alert" : "status"} data-test-id={testId}>
      <Icon name={alertIcons[variant]} />
      <div className="alert-body">
        <strong>{title}</strong>
        {children !== undefined && <div>{children}</div>}
      </div>
    </div>
  );
}

export function EmptyState(props: EmptyStateProps) {
  const {
    title,
    layout = "horizontal",
    reverseOrder,
    imageWidth = 250,
    imageName = "emptyStateCharts",
    flush,
    children,
  } = props;
  return (
    <div className={`empty-state empty-${layout}${reverseOrder ? " empty-reversed" : ""}${flush ? " flush" : ""}`}>
      <div className="empty-words">
        {title && <h4>{title}</h4>}
        {children}
      </div>
      <div className="empty-picture" style={{ maxWidth: imageWidth }}>
        <Illustration name={imageName} alt="" />
      </div>
    </div>
  );
}

const errorPictures = { error: "errorGeneral", support: "customerSupport", lock: "lock" } as const;

export const ErrorState = ({ title, type = "error", children }: ErrorStateProps) => (
  <div className="empty-state empty-vertical" role="alert">
    <div className="empty-picture">
      <Illustration name={errorPictures[type]} alt="" />
    </div>
    <div className="empty-words">
      {title && <h4>{title}</h4>}
      {children}
    </div>
  </div>
);

const spinnerSizes: Record<string, "xs" | "sm" | "md"> = {
  xs: "xs",
  "extra-small": "xs",
  sm: "sm",
  small: "sm",
  md: "md",
  medium: "md",
};

export const LoadingSpinner = ({ label, showLabel, size = "sm", layout = "inline" }: LoadingSpinnerProps) => (
  <div className={`loading loading-${layout}`} role="status" aria-label={label}>
    <Spinner size={spinnerSizes[size] ?? "sm"} />
    {showLabel && <span className="text-microcopy">{label}</span>}
  </div>
);
