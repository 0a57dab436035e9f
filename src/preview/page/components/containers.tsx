import type {
  AccordionProps,
  CardProps,
  DescriptionListItemProps,
  DescriptionListProps,
  ListProps,
  TileProps,
  TooltipProps,
} from "@hubspot/ui-extensions";
import { useContext, useEffect, useId, useState } from "react";
import { remoteChildren } from "../host/remote-children.ts";
import { Icon } from "./Icon.tsx";
import { OverlaySlot } from "./press.tsx";

export const Tile = ({ compact, flush, children, testId }: TileProps) => (
  <div className={`tile${compact ? " tile-compact" : ""}${flush ? " tile-flush" : ""}`} data-test-id={testId}>
    {children}
  </div>
);

export const Card = ({ children }: CardProps) => <div className="tile">{children}</div>;

export function Accordion({
  title,
  defaultOpen = false,
  open,
  disabled,
  size = "sm",
  onClick,
  children,
  testId,
}: AccordionProps) {
  const [isOpen, setIsOpen] = useState(open ?? defaultOpen);
  const id = useId();
  useEffect(() => {
    if (open !== undefined) setIsOpen(open);
  }, [open]);
  function press() {
    onClick?.();
    if (open === undefined) setIsOpen(!isOpen);
  }
  return (
    <div className="accordion" data-test-id={testId}>
      <button
        type="button"
        className={`accordion-title accordion-${size}`}
        aria-expanded={isOpen}
        aria-controls={id}
        disabled={disabled}
        onClick={press}
      >
        <Icon name={isOpen ? "downCarat" : "right"} size="sm" />
        {title}
      </button>
      <div id={id} className="accordion-body" hidden={!isOpen}>
        {isOpen && children}
      </div>
    </div>
  );
}

export function List({ variant = "unordered", children, testId }: ListProps) {
  const Tag = variant.startsWith("ordered") ? "ol" : "ul";
  return (
    <Tag className={`list list-${variant}`} data-test-id={testId}>
      {remoteChildren(children).map(({ key, element }) => (
        <li key={key}>{element}</li>
      ))}
    </Tag>
  );
}

export const DescriptionList = ({ direction = "column", children, testId }: DescriptionListProps) => (
  <dl className={`description-list description-${direction}`} data-test-id={testId}>
    {children}
  </dl>
);

export const DescriptionListItem = ({ label, children, testId }: DescriptionListItemProps) => (
  <div className="description-item" data-test-id={testId}>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

/** Given as the `overlay` of what it explains; shows when that is pointed at or focused, by style alone. */
export function Tooltip({ placement = "top", children }: TooltipProps) {
  return (
    <span className={`tooltip tooltip-${placement}`} role="tooltip" id={useContext(OverlaySlot)?.tooltipId}>
      {children}
    </span>
  );
}
