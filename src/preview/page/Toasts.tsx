import { Icon } from "./components/Icon.tsx";
import { useDialog } from "./components/use-dialog.ts";
import type { IframeRequest, PreviewState } from "./use-preview.ts";
import type { Words } from "./words.ts";

/** The alerts that cards raise, and the modal with somebody's page in it. */
export function Toasts({ preview, words }: { preview: PreviewState; words: Words }) {
  return (
    <>
      <div className="toasts" role="region" aria-live="polite">
        {preview.toasts.map(({ id, type = "info", title, message }) => (
          <div
            key={id}
            className={`toast alert alert-${type}`}
            role={type === "danger" ? "alert" : "status"}
            data-test="toast"
          >
            <Icon name={type === "success" ? "success" : type === "info" || type === "tip" ? "info" : "warning"} />
            <div className="alert-body">
              {title && <strong>{title}</strong>}
              <div>{message}</div>
            </div>
            <button type="button" className="close-button" aria-label={words.close} onClick={() => preview.dismiss(id)}>
              ×
            </button>
          </div>
        ))}
      </div>
      {preview.iframe && <IframeModal frame={preview.iframe} words={words} />}
    </>
  );
}

function IframeModal({ frame, words }: { frame: IframeRequest; words: Words }) {
  const dialog = useDialog({ onDismiss: frame.done, isModal: true });
  return (
    <div className="overlay overlay-modal overlay-dark">
      <div
        ref={dialog}
        role="dialog"
        aria-modal="true"
        aria-label={frame.title ?? frame.uri}
        tabIndex={-1}
        className="modal"
        style={{ width: frame.width }}
      >
        <header className="overlay-head">
          <h2>{frame.title}</h2>
          <button type="button" className="close-button" aria-label={words.close} onClick={frame.done}>
            ×
          </button>
        </header>
        <iframe
          sandbox="allow-scripts allow-forms allow-popups"
          src={frame.uri}
          title={frame.title ?? frame.uri}
          height={frame.height}
        />
      </div>
    </div>
  );
}
