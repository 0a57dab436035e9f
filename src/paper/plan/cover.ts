import { html, type Markup } from "../html/markup.ts";

interface Cover {
  kind: string;
  title: Markup | string;
  under: readonly (string | Markup | null)[];
  marked?: string;
}

/** What it is, whose, and for when: the top of a plan on paper. */
export function coverOf({ kind, title, under, marked }: Cover): Markup {
  const known = under.filter((part) => part !== null && part !== "");
  return html`<header class="cover">
    <p class="kind">${kind}${marked && html` <span class="marked">${marked}</span>`}</p>
    <h1>${title}</h1>
    ${known.map((part) => html`<p class="under">${part}</p>`)}
  </header>`;
}

/** How far an objective is, drawn and in percent. */
export function progressBar(percent: number | null, text: string | null): Markup | null {
  if (percent === null) return null;
  const bar = html`<span class="bar" role="presentation"><i style="width: ${Math.round(percent)}%"></i></span>`;
  return html`<span class="progress">${bar}${text}</span>`;
}
