import type { KpiFigure } from "@keyline/domain";
import type { Host } from "@keyline/ui";

const bars = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"] as const;
/** Left-to-right and right-to-left isolates: bars have no direction of their own, and time runs as the reader reads. */
const isolates = { en: "\u2066", ar: "\u2067" } as const;
const endOfIsolate = "\u2069";

/** A small chart in a line of text: "▁▂▅▃▆", a dash where nothing is known. Null with fewer than two values. */
export function sparkline(history: KpiFigure["history"], { language }: Pick<Host, "language">): string | null {
  const values = history.map(({ value }) => value);
  const first = values.findIndex((value) => value !== null);
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return null;
  const least = Math.min(0, ...known);
  const range = Math.max(...known) - least;
  const drawn = values
    .slice(first)
    .map((value) =>
      value === null ? "–" : bars[range === 0 ? 0 : Math.round(((value - least) / range) * (bars.length - 1))],
    );
  return `${isolates[language]}${drawn.join("")}${endOfIsolate}`;
}
