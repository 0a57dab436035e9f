import { useState } from "react";
import type { PreviewEvent } from "../../feed.ts";
import type { Words } from "../words.ts";

interface Props {
  events: PreviewEvent[];
  words: Words;
  locale: string;
  timeZone: string;
}

type Kind = PreviewEvent["kind"];

/** What went on behind the last click: calls to HubSpot, jobs, webhooks, requests of cards; the newest first. */
export function WhatHappened({ events, words, locale, timeZone }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const [kind, setKind] = useState<Kind | null>(null);
  const kinds: [Kind | null, string][] = [
    [null, words.all],
    ["call", words.calls],
    ["job", words.jobs],
    ["webhook", words.webhooks],
    ["card", words.cards],
    ["page", words.page],
  ];
  const labels = Object.fromEntries(kinds) as Record<Kind, string>;
  const time = new Intl.DateTimeFormat(locale, { timeStyle: "medium", timeZone });
  const duration = new Intl.NumberFormat("en", { maximumSignificantDigits: 2 });
  const count = (one: Kind) =>
    new Intl.NumberFormat(locale).format(events.filter((event) => event.kind === one).length);
  const newest = events.find((event) => event.kind !== "page");
  return (
    <section className={`strip${isOpen ? " strip-open" : ""}`} aria-label={words.whatHappened}>
      <button type="button" className="strip-handle" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        <strong>{words.whatHappened}</strong>
        <span className="strip-newest">{newest ? <bdi dir="ltr">{newest.title}</bdi> : words.nothingYet}</span>
        {kinds.slice(1, -1).map(([one, label]) => (
          <span key={label}>{`${label} ${count(one as Kind)}`}</span>
        ))}
      </button>
      {isOpen && (
        <div className="strip-body">
          <div className="switch" role="group" aria-label={words.whatHappened}>
            {kinds.map(([one, label]) => (
              <button key={label} type="button" aria-pressed={kind === one} onClick={() => setKind(one)}>
                {label}
              </button>
            ))}
          </div>
          <ol className="strip-list" data-test="events">
            {events
              .filter((event) => (kind === null ? event.kind !== "page" : event.kind === kind))
              .map((event) => (
                <li key={event.id} className={`strip-${event.kind}`}>
                  <time dateTime={event.at}>{time.format(new Date(event.at))}</time>
                  <span className="strip-kind">{labels[event.kind]}</span>
                  <bdi dir="ltr" className="strip-title">
                    {event.title} {event.detail && <span className="top-note">{event.detail}</span>}
                  </bdi>
                  <span className="strip-outcome">{event.outcome}</span>
                  <span className="strip-ms">
                    {event.ms !== undefined && <bdi dir="ltr">{`${duration.format(event.ms)} ms`}</bdi>}
                  </span>
                </li>
              ))}
          </ol>
        </div>
      )}
    </section>
  );
}
