import type { Words } from "../words.ts";

export interface Failure {
  message: string;
  stack: string;
}

/** What HubSpot shows in place of a card that threw; with the message, because here a developer looks. */
export function CardError({ failure, words, onReload }: { failure: Failure; words: Words; onReload: () => void }) {
  return (
    <div className="card-error" role="alert" data-test="card-error">
      <strong>{words.cardFailed}</strong>
      <p>{failure.message}</p>
      <details>
        <summary>{words.details}</summary>
        <pre dir="ltr">{failure.stack}</pre>
      </details>
      <button type="button" className="button button-secondary button-sm" onClick={onReload}>
        {words.reloadCard}
      </button>
    </div>
  );
}
