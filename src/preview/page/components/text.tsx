import type { DividerProps, HeadingProps, SpacerProps, TextProps } from "@hubspot/ui-extensions";
import type { ExpandableTextProps } from "@hubspot/ui-extensions/experimental";
import { type CSSProperties, useEffect, useRef, useState } from "react";
import { distance } from "./layout.tsx";

const weights = { regular: 400, demibold: 600, bold: 700 };

export function Text({ variant = "bodytext", inline, format, truncate, children, testId }: TextProps) {
  const line = useRef<HTMLElement>(null);
  const [whole, setWhole] = useState<string>();
  const options = typeof truncate === "object" ? truncate : {};
  const style: CSSProperties = {
    fontWeight: weights[format?.fontWeight ?? "regular"],
    fontStyle: format?.italic ? "italic" : undefined,
    textDecoration: format?.lineDecoration === "strikethrough" ? "line-through" : format?.lineDecoration,
    textTransform: format?.textTransform === "sentenceCase" ? "none" : format?.textTransform,
    maxWidth: options.maxWidth,
  };
  const sentence = format?.textTransform === "sentenceCase" ? " sentence-case" : "";
  useEffect(() => {
    if (truncate) setWhole(options.tooltipText ?? line.current?.textContent ?? undefined);
  }, [truncate, options.tooltipText, children]);
  return (
    <span
      ref={line}
      className={`text text-${variant}${inline ? " text-inline" : ""}${truncate ? " truncated" : ""}${sentence}`}
      style={style}
      title={truncate ? whole : undefined}
      data-test-id={testId}
    >
      {children}
    </span>
  );
}

export const Heading = ({ inline, children, testId }: HeadingProps) => (
  <h3 className={`heading${inline ? " text-inline" : ""}`} data-test-id={testId}>
    {children}
  </h3>
);

export const Divider = ({ size, distance: older }: DividerProps) => (
  <hr className="divider" style={{ marginBlock: distance(size ?? older ?? "small") }} />
);

export const Spacer = ({ size = "small" }: SpacerProps) => (
  <div style={{ height: distance(size) }} aria-hidden="true" />
);

export function ExpandableText(props: ExpandableTextProps) {
  const { maxHeight = 100, expandButtonText = "+", collapseButtonText = "−", expanded, children } = props;
  const [isOpen, setIsOpen] = useState(expanded ?? false);
  return (
    <div>
      <div style={{ maxHeight: isOpen ? undefined : maxHeight, overflow: "hidden" }}>{children}</div>
      <button type="button" className="link" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {isOpen ? collapseButtonText : expandButtonText}
      </button>
    </div>
  );
}
