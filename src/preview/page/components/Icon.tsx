import type { IconProps } from "@hubspot/ui-extensions";
import { iconPaths } from "./icon-paths.ts";

const sizes: Record<string, number> = { sm: 14, small: 14, md: 18, medium: 18, lg: 24, large: 24 };
/** These point along the line of text, so they turn with it. */
const directed = new Set(["left", "right", "forward", "send", "undo", "redo", "sortAlpAsc", "listView"]);

export function Icon({ name, size = "md", color = "inherit", screenReaderText, testId }: IconProps) {
  const pixels = sizes[size] ?? 18;
  return (
    <svg
      className={`icon icon-${color}${directed.has(name) ? " icon-directed" : ""}`}
      width={pixels}
      height={pixels}
      viewBox="0 0 24 24"
      role={screenReaderText ? "img" : undefined}
      aria-label={screenReaderText}
      aria-hidden={screenReaderText ? undefined : true}
      data-test-id={testId}
    >
      <path d={iconPaths[name] ?? iconPaths["circleHollow"]} />
    </svg>
  );
}
