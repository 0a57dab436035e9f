import type { ButtonRowProps } from "@hubspot/ui-extensions";
import { useLayoutEffect, useRef, useState } from "react";
import { remoteChildren } from "../host/remote-children.ts";
import { Menu } from "./Menu.tsx";

/** A row of buttons; those that do not fit move into a menu at its end, as HubSpot's does. */
export function ButtonRow({ children, disableDropdown, dropDownButtonOptions = {}, testId }: ButtonRowProps) {
  const row = useRef<HTMLDivElement>(null);
  const buttons = remoteChildren(children);
  const [fitting, setFitting] = useState(buttons.length);
  useLayoutEffect(() => {
    const element = row.current;
    if (!element) return undefined;
    const measure = () => setFitting(howManyFit(element, buttons.length));
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [buttons.length]);
  const { text = "More", size = "md", variant = "secondary" } = dropDownButtonOptions;
  const overflowing = buttons.slice(fitting);
  return (
    <div className="button-row" ref={row} data-test-id={testId}>
      {buttons.slice(0, fitting).map(({ key, element }) => (
        <div className="button-row-item" key={key}>
          {element}
        </div>
      ))}
      {overflowing.length > 0 && (
        <Menu text={text === "" ? "⚙" : text} variant={variant} size={size} disabled={disableDropdown ?? false}>
          {overflowing.map(({ key, element }) => (
            <div className="menu-row" key={key}>
              {element}
            </div>
          ))}
        </Menu>
      )}
    </div>
  );
}

/** Widths are measured while all buttons stand in the row, and remembered for when some do not. */
const widths = new WeakMap<HTMLElement, number[]>();

function howManyFit(row: HTMLElement, count: number): number {
  const items = [...row.querySelectorAll<HTMLElement>(":scope > .button-row-item")].map((item) => item.offsetWidth + 8);
  if (items.length === count) widths.set(row, items);
  const known = widths.get(row) ?? items;
  const whole = known.reduce((sum, width) => sum + width, 0);
  if (whole - 8 <= row.clientWidth || row.clientWidth === 0) return count;
  let left = row.clientWidth - 90;
  const fitting = known.findIndex((width) => (left -= width) < 0);
  return Math.max(1, fitting === -1 ? count : fitting);
}
