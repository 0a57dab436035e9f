import { html, type Markup } from "./markup.ts";

/** A person's own text: its lines, each read in its own direction, whatever the page's. */
export function userText(text: string | null): Markup | null {
  const lines = (text ?? "")
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
  if (lines.length === 0) return null;
  return html`${lines.map((line) => html`<p class="text">${line}</p>`)}`;
}

/** A name or other short text of a person's, kept from mixing with what stands beside it. */
export function name(text: string | null): Markup | null {
  return text ? html`<bdi>${text}</bdi>` : null;
}

/** A section with its title; nothing when all that is in it is empty. */
export function section(title: string, ...contents: readonly (Markup | null)[]): Markup | null {
  const known = contents.filter((content) => content !== null && content.markup !== "");
  if (known.length === 0) return null;
  return html`<section>
    <h2>${title}</h2>
    ${known}
  </section>`;
}

/** A smaller title with its text; nothing when there is none. */
export function titled(title: string, content: Markup | null): Markup | null {
  return (
    content &&
    html`<div class="titled">
      <h3>${title}</h3>
      ${content}
    </div>`
  );
}

/** Things beside each other that belong together. */
export function beside(...contents: readonly (Markup | null)[]): Markup | null {
  const known = contents.filter((content) => content !== null);
  return known.length === 0 ? null : html`<div class="beside">${known}</div>`;
}

/** Labels with what they say; those that say nothing are left out. */
export function facts(entries: readonly (readonly [string, string | Markup | null])[]): Markup | null {
  const known = entries.filter(([, value]) => value !== null && value !== "");
  if (known.length === 0) return null;
  return html`<dl class="facts">
    ${known.map(
      ([label, value]) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

/** A table whose head is repeated on every sheet. */
export function table(
  heads: readonly string[],
  rows: readonly (readonly (string | Markup | null)[])[],
  widths: readonly number[] = [],
): Markup | null {
  if (rows.length === 0) return null;
  const columns = widths.map((width) => html`<col style="width: ${width}%" />`);
  return html`<table>
    <colgroup>
      ${columns}
    </colgroup>
    <thead>
      <tr>
        ${heads.map((head) => html`<th scope="col">${head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (cells) =>
          html`<tr>
            ${cells.map((cell) => html`<td>${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
