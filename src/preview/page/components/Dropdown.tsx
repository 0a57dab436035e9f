import type { DropdownButtonItemProps, DropdownProps } from "@hubspot/ui-extensions";
import { Menu } from "./Menu.tsx";
import { usePress } from "./press.tsx";

export function Dropdown(props: DropdownProps) {
  const {
    options = [],
    variant = "secondary",
    buttonText = "More",
    buttonSize = "md",
    disabled = false,
    children,
  } = props;
  return (
    <Menu text={buttonText} variant={variant} size={buttonSize} disabled={disabled}>
      {options.map(({ label, onClick }) => (
        <button key={label} type="button" role="menuitem" className="menu-item" onClick={() => onClick?.()}>
          {label}
        </button>
      ))}
      {children}
    </Menu>
  );
}

export function DropdownButtonItem(props: DropdownButtonItemProps) {
  const { press, withOverlay, describedBy } = usePress(props);
  return withOverlay(
    <button
      type="button"
      role="menuitem"
      className="menu-item"
      aria-describedby={describedBy}
      onClick={press}
      data-test-id={props.testId}
    >
      {props.children}
    </button>,
  );
}
