import { useEffect, useState } from "react";
import type { PreviewState } from "../use-preview.ts";
import type { Words } from "../words.ts";

const hourMs = 3_600_000;

/** The sandbox's clock: it runs, and a click makes time pass. */
export function ClockControl({ preview, words }: { preview: PreviewState; words: Words }) {
  const { clock, facts } = preview;
  const [isSetting, setIsSetting] = useState(false);
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), 10_000);
    return () => clearInterval(timer);
  }, []);

  const move = (by: Parameters<typeof clock.move>[0]) =>
    void clock.move(by).catch((error: Error) => facts.alert({ type: "danger", message: error.message }));
  const shown = new Intl.DateTimeFormat(facts.locale, {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: facts.timeZone,
  }).format(facts.now());
  const steps: [string, number][] = [
    [words.hour, hourMs],
    [words.day, 24 * hourMs],
    [words.week, 7 * 24 * hourMs],
  ];
  return (
    <div className="clock" role="group" aria-label={words.clock}>
      <button
        type="button"
        className="clock-now"
        data-test="clock-now"
        aria-expanded={isSetting}
        title={words.setClock}
        onClick={() => setIsSetting(!isSetting)}
      >
        {shown}
      </button>
      {steps.map(([label, advanceMs]) => (
        <button key={label} type="button" className="clock-step" onClick={() => move({ advanceMs })}>
          {label}
        </button>
      ))}
      {isSetting && (
        <form
          className="clock-set"
          onSubmit={(event) => {
            event.preventDefault();
            const text = new FormData(event.currentTarget).get("moment");
            if (typeof text === "string" && text !== "") move({ now: momentAt(text, facts.timeZone).toISOString() });
            setIsSetting(false);
          }}
        >
          <input
            type="datetime-local"
            name="moment"
            aria-label={words.clock}
            defaultValue={wallClock(facts.now(), facts.timeZone)}
          />
          <button type="submit" className="button button-primary button-xs">
            {words.setClock}
          </button>
        </form>
      )}
    </div>
  );
}

/** "2026-11-22T09:00" as the wall clock at a place says it. */
const wallClock = (moment: Date, timeZone: string) =>
  new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "short", timeZone })
    .format(moment)
    .replace(" ", "T");

/** The moment at which the wall clock of a place says this. */
function momentAt(text: string, timeZone: string): Date {
  const asUtc = Date.parse(`${text}:00Z`);
  const said = Date.parse(`${wallClock(new Date(asUtc), timeZone)}:00Z`);
  return new Date(asUtc - (said - asUtc));
}
