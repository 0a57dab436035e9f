import type { Host } from "./host.ts";

/** A period key as people say it: `2026` is "2026", `2026-Q4` "Q4 2026", `2026-11` "Nov 2026". */
export function periodText(key: string, { say, locale }: Pick<Host, "say" | "locale">): string {
  const [year = "", part = ""] = key.split("-");
  const yearText = new Intl.NumberFormat(locale, { useGrouping: false }).format(Number(year));
  if (part.startsWith("Q")) return say("quarter", { quarter: Number(part.slice(1)), year: yearText });
  if (!part) return yearText;
  const month = new Intl.DateTimeFormat(locale, { month: "short", year: "numeric", timeZone: "UTC" });
  return month.format(new Date(`${year}-${part}-01T00:00:00Z`));
}
