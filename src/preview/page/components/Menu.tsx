import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";

interface Props {
  text: string;
  variant: string;
  size: string;
  disabled: boolean;
  children: ReactNode;
}

/** A button with a menu below it. Esc and a click beside it close it; arrows walk through its items. */
export function Menu({ text, variant, size, disabled, children }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const whole = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!isOpen) return undefined;
    const closeBeside = (event: PointerEvent) => {
      if (!whole.current?.contains(event.target as Node)) setIsOpen(false);
    };
    document.addEventListener("pointerdown", closeBeside);
    items(whole.current)[0]?.focus();
    return () => document.removeEventListener("pointerdown", closeBeside);
  }, [isOpen]);

  function walk(event: KeyboardEvent) {
    // Keys typed in a panel that an item opened come by here too.
    if (!isOpen) return;
    const all = items(whole.current);
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    if (event.key === "Escape") {
      event.stopPropagation();
      setIsOpen(false);
      opener.current?.focus();
    }
    if (event.key === "ArrowDown") all[(at + 1) % all.length]?.focus();
    if (event.key === "ArrowUp") all[(at - 1 + all.length) % all.length]?.focus();
    if (event.key.startsWith("Arrow")) event.preventDefault();
  }

  return (
    <div className="menu" ref={whole} onKeyDown={walk}>
      <button
        ref={opener}
        type="button"
        className={`button button-${variant} button-${size.startsWith("extra") ? "xs" : size.slice(0, 2)} menu-opener`}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={id}
        disabled={disabled}
        onClick={() => setIsOpen(!isOpen)}
      >
        {text}
      </button>
      {/* Kept while closed: an item's panel must live on after the menu has closed. */}
      <div id={id} role="menu" className="menu-list" hidden={!isOpen} onClick={() => setIsOpen(false)}>
        {children}
      </div>
    </div>
  );
}

const items = (menu: HTMLElement | null) => [
  ...(menu?.querySelectorAll<HTMLButtonElement>(".menu-list button:not([disabled])") ?? []),
];
