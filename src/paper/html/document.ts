import { createHash } from "node:crypto";
import type { Language } from "@keyline/domain";
import { asMarkup, html, type Markup } from "./markup.ts";
import { stylesIn } from "./styles.ts";

/** Opens the browser's own print dialog; the page works without it. */
const script = `document.querySelector(".print")?.addEventListener("click", () => window.print());`;

/** A whole page: one language, one direction, nothing from elsewhere. */
export function documentOf(language: Language, title: string, body: Markup, printLabel?: string): string {
  const dir = language === "ar" ? "rtl" : "ltr";
  return html`<!doctype html>
    <html lang="${language}" dir="${dir}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          ${asMarkup(stylesIn(language))}
        </style>
      </head>
      <body>
        ${printLabel && html`<button class="print" type="button">${printLabel}</button>`}${body}
        <script>
          ${asMarkup(script)};
        </script>
      </body>
    </html>`.markup;
}

const sha256 = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/**
 * What the browser may do with a paper: show it, and print it. Nothing is loaded from elsewhere or sent anywhere, no other
 * script runs, only HubSpot may frame it, no cache keeps it, no search engine finds it.
 */
export const paperHeaders: Readonly<Record<string, string>> = {
  "Content-Security-Policy": [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    `script-src ${sha256(script)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors https://*.hubspot.com",
  ].join("; "),
  "Cache-Control": "no-store",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "X-Robots-Tag": "noindex, nofollow",
};
