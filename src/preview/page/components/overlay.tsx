import type {
  ModalBodyProps,
  ModalFooterProps,
  ModalProps,
  PanelBodyProps,
  PanelFooterProps,
  PanelProps,
  PanelSectionProps,
} from "@hubspot/ui-extensions";
import { useContext, useEffect, useId } from "react";
import { createPortal } from "react-dom";
import { useHost } from "../host/host-context.ts";
import { useOverlays } from "../host/overlays.ts";
import { OverlaySlot } from "./press.tsx";
import { useDialog } from "./use-dialog.ts";

const widths: Record<string, string> = {
  sm: "small",
  small: "small",
  md: "medium",
  medium: "medium",
  lg: "large",
  large: "large",
};

export const Panel = ({ variant = "default", ...props }: PanelProps) => (
  <Overlay {...props} kind="panel" tone={variant} />
);
export const Modal = ({ variant = "default", ...props }: ModalProps) => (
  <Overlay {...props} kind="modal" tone={variant} />
);

type OverlayProps = Omit<PanelProps, "variant"> & { kind: "panel" | "modal"; tone: string };

/** Draws nothing until its id is opened; then at the end of the page, above everything. */
function Overlay(props: OverlayProps) {
  const { id } = props;
  const overlays = useOverlays();
  const slot = useContext(OverlaySlot);
  useEffect(() => {
    if (slot) slot.id = id;
  }, [slot, id]);
  useEffect(() => () => overlays.close(id), [id]);
  return overlays.isOpen(id)
    ? createPortal(<OpenOverlay {...props} onDismiss={() => overlays.close(id)} />, document.body)
    : null;
}

function OpenOverlay({
  kind,
  tone,
  width = "sm",
  title,
  onOpen,
  onClose,
  onDismiss,
  children,
  ...rest
}: OverlayProps & { onDismiss: () => void }) {
  const host = useHost();
  const titleId = useId();
  const isModal = kind === "modal" || tone === "modal";
  const dialog = useDialog({ onDismiss, isModal });
  useEffect(() => {
    onOpen?.();
    return () => onClose?.();
    // Once for each opening, whatever function the card gives meanwhile.
  }, []);
  return (
    <div className={`overlay overlay-${kind}${isModal ? " overlay-dark" : ""}`}>
      <div
        ref={dialog}
        role="dialog"
        aria-modal={isModal}
        aria-label={rest["aria-label"] ?? (title ? undefined : kind)}
        aria-labelledby={title && !rest["aria-label"] ? titleId : undefined}
        tabIndex={-1}
        className={`${kind} ${kind}-${widths[width]} tone-${tone}`}
        data-test-id={rest.testId}
      >
        <header className="overlay-head">
          <h2 id={titleId}>{title}</h2>
          <button
            type="button"
            className="close-button"
            aria-label={host.locale.startsWith("ar") ? "إغلاق" : "Close"}
            onClick={onDismiss}
          >
            ×
          </button>
        </header>
        <div className="overlay-content">{children}</div>
      </div>
    </div>
  );
}

export const PanelBody = ({ children }: PanelBodyProps) => <div className="overlay-body">{children}</div>;
export const PanelFooter = ({ children }: PanelFooterProps) => <footer className="overlay-foot">{children}</footer>;
export const PanelSection = ({ flush, children }: PanelSectionProps) => (
  <section className={`panel-section${flush ? " flush" : ""}`}>{children}</section>
);
export const ModalBody = ({ children }: ModalBodyProps) => <div className="overlay-body">{children}</div>;
export const ModalFooter = ({ children }: ModalFooterProps) => <footer className="overlay-foot">{children}</footer>;
