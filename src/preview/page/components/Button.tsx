import type { ButtonProps, LoadingButtonProps } from "@hubspot/ui-extensions";
import { useEffect, useRef } from "react";
import { Icon } from "./Icon.tsx";
import { Spinner } from "./Spinner.tsx";
import { usePress } from "./press.tsx";

const sizes: Record<string, string> = { xs: "xs", "extra-small": "xs", sm: "sm", small: "sm", md: "md", medium: "md" };

export function Button(props: ButtonProps) {
  const { variant = "secondary", type = "button", size = "md", disabled, truncate, children, testId } = props;
  const { press, withOverlay, describedBy } = usePress(props);
  return withOverlay(
    <button
      type={type}
      className={`button button-${variant} button-${sizes[size]}${truncate ? " truncated" : ""}`}
      disabled={disabled}
      aria-describedby={describedBy}
      onClick={press}
      data-test-id={testId}
    >
      {children}
    </button>,
  );
}

/** Keeps its width and its focus while it loads, so that nothing jumps and the keyboard stays where it was. */
export function LoadingButton({ loading = false, resultIconName, overlayOptions, ...props }: LoadingButtonProps) {
  const { variant = "secondary", type = "button", size = "md", disabled, children, testId } = props;
  const waits = overlayOptions?.openBehavior === "onLoadingFinish";
  const { press, withOverlay, describedBy, openOverlay } = usePress({ ...props, disabled: disabled || loading });
  const wasLoading = useRef(loading);
  useEffect(() => {
    if (wasLoading.current && !loading && waits) openOverlay();
    wasLoading.current = loading;
  }, [loading]);
  return withOverlay(
    <button
      type={loading && type === "submit" ? "button" : type}
      className={`button button-${variant} button-${sizes[size]}`}
      disabled={disabled}
      aria-disabled={loading || undefined}
      aria-busy={loading}
      aria-describedby={describedBy}
      onClick={press}
      data-test-id={testId}
    >
      {loading && <Spinner size="xs" />}
      {!loading && resultIconName && <Icon name={resultIconName} size="sm" />}
      {children}
    </button>,
  );
}
