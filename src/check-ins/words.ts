import type { Language, PlainDate, Words } from "@keyline/domain";

/** What a check-in says of itself when it was skipped without anybody writing why. */
export const skippedWords = {
  taskDeleted: { en: "The reminder was deleted", ar: "حُذفت مهمة التذكير" },
  inHubSpot: { en: "Skipped in HubSpot", ar: "تُركت في HubSpot" },
} satisfies Record<string, Words>;

const locales: Record<Language, string> = { en: "en-GB", ar: "ar-u-ca-gregory-nu-arab" };
const sameYear = formats({});
const otherYear = formats({ year: "numeric" });

/** “Sun 6 Dec”, with the year only when it is not that of `today`. */
export function dateWords(date: PlainDate, today: PlainDate, language: Language): string {
  const format = date.slice(0, 4) === today.slice(0, 4) ? sameYear : otherYear;
  return format[language].format(Date.parse(date)).replaceAll(/[,،]/g, "");
}

export function countWords(count: number, language: Language): string {
  return new Intl.NumberFormat(locales[language]).format(count);
}

/** “SAR 480,000”: whole units, which is how people speak of a contract. */
export function moneyWords(amount: number, currency: string, language: Language): string {
  const style = { style: "currency", currency, maximumFractionDigits: 0 } as const;
  return new Intl.NumberFormat(locales[language], style).format(amount);
}

function formats(options: Intl.DateTimeFormatOptions): Record<Language, Intl.DateTimeFormat> {
  const all = { weekday: "short", day: "numeric", month: "short", timeZone: "UTC", ...options } as const;
  return { en: new Intl.DateTimeFormat(locales.en, all), ar: new Intl.DateTimeFormat(locales.ar, all) };
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** A person's words inside HTML. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] as string);
}

/** HTML for a task's body; Arabic reads from the right wherever it is shown. */
export function page(language: Language, parts: readonly string[]): string {
  const inner = parts.filter(Boolean).join("");
  return language === "ar" ? `<div dir="rtl">${inner}</div>` : inner;
}

export function paragraph(text: string): string {
  return `<p>${escapeHtml(text)}</p>`;
}

/** A bold line. */
export function title(text: string): string {
  return `<p><strong>${escapeHtml(text)}</strong></p>`;
}

/** A line of a list; with an address the whole of it opens the record. */
export interface Line {
  readonly text: string;
  readonly url: string | null;
}

/** Nothing where there are no lines. */
export function list(heading: string, lines: readonly (string | Line)[]): string {
  if (lines.length === 0) return "";
  const items = lines.map((line) => `<li>${typeof line === "string" ? escapeHtml(line) : linked(line)}</li>`);
  return `${title(heading)}<ul>${items.join("")}</ul>`;
}

function linked({ text, url }: Line): string {
  return url ? `<a href="${escapeHtml(url)}">${escapeHtml(text)}</a>` : escapeHtml(text);
}

/** “a, b and c”. */
export function listWords(items: readonly string[], language: Language): string {
  return new Intl.ListFormat(locales[language], { type: "conjunction" }).format(items);
}
