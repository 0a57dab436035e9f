import { type RefObject, useEffect, useRef } from "react";

interface Options {
  onDismiss: () => void;
  /** Keeps the focus inside. */
  isModal: boolean;
}

/** Dialogs that stand open, the topmost last: Esc closes one at a time. */
const open: object[] = [];
const focusable =
  "a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), [tabindex='0']";

/** Focus goes in when a dialog opens and back to where it was when it closes; Esc closes the topmost. */
export function useDialog({ onDismiss, isModal }: Options): RefObject<HTMLDivElement> {
  const dialog = useRef<HTMLDivElement>(null);
  const dismiss = useRef(onDismiss);
  dismiss.current = onDismiss;

  useEffect(() => {
    const self = {};
    open.push(self);
    const before = document.activeElement as HTMLElement | null;
    const first = dialog.current?.querySelector<HTMLElement>(`.overlay-content :is(${focusable})`);
    (first ?? dialog.current)?.focus();

    function onKey(event: KeyboardEvent) {
      if (open.at(-1) !== self || event.defaultPrevented) return;
      if (event.key === "Escape") dismiss.current();
      if (event.key === "Tab" && isModal && dialog.current) keepInside(event, dialog.current);
    }
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("keydown", onKey);
      open.splice(open.indexOf(self), 1);
      if (before?.isConnected) before.focus();
    };
  }, [isModal]);
  return dialog;
}

function keepInside(event: KeyboardEvent, dialog: HTMLElement): void {
  const stops = [...dialog.querySelectorAll<HTMLElement>(focusable)];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  const isLeaving = event.shiftKey ? at <= 0 : at === stops.length - 1;
  if (!isLeaving) return;
  event.preventDefault();
  stops.at(event.shiftKey ? -1 : 0)?.focus();
}
