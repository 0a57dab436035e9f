/** HTML that is safe to send: made by `html` alone. */
export interface Markup {
  readonly markup: string;
}

type Slot = string | number | Markup | null | undefined | false | readonly Slot[];

/** HTML from a template. Every text that is filled in is escaped; only other `html` goes in as it is. */
export function html(parts: TemplateStringsArray, ...slots: readonly Slot[]): Markup {
  const filled = parts.map((part, index) => part + (index < slots.length ? filledIn(slots[index]) : ""));
  return { markup: filled.join("") };
}

/** A text of our own that is HTML or CSS already. */
export function asMarkup(markup: string): Markup {
  return { markup };
}

export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? "");
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function filledIn(slot: Slot): string {
  if (slot === null || slot === undefined || slot === false) return "";
  if (typeof slot === "object" && "markup" in slot) return slot.markup;
  if (typeof slot === "object") return slot.map(filledIn).join("");
  return escapeHtml(String(slot));
}
