import type { Language } from "@keyline/domain";

const digits = { en: "decimal", ar: "arabic-indic" } as const;

/**
 * One sheet for screen and paper, in both directions: nothing is loaded from elsewhere. A sheet may end between two
 * sections or two rows, never behind a title, within a row, or so that one row of a table stands alone.
 */
export const stylesIn = (language: Language) => `
@page { size: A4; margin: 17mm 16mm 18mm; @bottom-center { content: counter(page, ${digits[language]}) " / " counter(pages, ${digits[language]}); font: 8pt sans-serif; color: #66788a; } }
* { box-sizing: border-box; }
html { font: 10.5pt/1.5 "Segoe UI", "Helvetica Neue", "Noto Sans", Arial, sans-serif; color: #1f2d3d; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
html[lang="ar"] { font-family: "Segoe UI", "Noto Sans Arabic", "Geeza Pro", "DejaVu Sans", Tahoma, sans-serif; line-height: 1.7; }
body { margin: 0; background: #eef1f5; }
main { width: 210mm; min-height: 297mm; margin: 8mm auto; padding: 17mm 16mm; background: #fff; box-shadow: 0 1px 6px rgb(0 0 0 / .18); }
header.cover { border-block-end: 2pt solid #1f4e79; padding-block-end: 5mm; margin-block-end: 6mm; }
.kind { color: #1f4e79; font-weight: 600; letter-spacing: .02em; margin: 0; }
html[lang="ar"] .kind { letter-spacing: 0; }
h1 { font-size: 21pt; line-height: 1.25; margin: 1mm 0 2mm; }
.under { color: #5b6b7b; margin: 0; }
.marked { display: inline-block; border: 1pt solid #a33; color: #a33; border-radius: 3pt; padding: 0 5pt; font-size: 9pt; font-weight: 600; }
section { margin-block-end: 6mm; }
h2 { font-size: 13pt; color: #1f4e79; border-block-end: .75pt solid #ccd6e0; padding-block-end: 1mm; margin: 0 0 2.5mm; break-after: avoid; }
h3 { font-size: 10.5pt; margin: 0 0 .5mm; break-after: avoid; }
p { margin: 0 0 1.5mm; orphans: 3; widows: 3; }
.text { unicode-bidi: plaintext; overflow-wrap: anywhere; }
html[dir="ltr"] .text { text-align: left; }
html[dir="rtl"] .text { text-align: right; }
/* The marks above Arabic letters rise out of their line: within the box, or they print on the sheet before. */
.titled { padding-block-start: 1mm; margin-block-end: 2mm; break-inside: avoid; }
.beside { display: grid; grid-template-columns: 1fr 1fr; gap: 0 8mm; }
.promises .titled { border: .75pt solid #ccd6e0; border-radius: 4pt; padding: 3mm 4mm; background: #f7f9fb; }
dl.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(38mm, 1fr)); gap: 2.5mm 6mm; margin: 0 0 3mm; }
.text + dl.facts { margin-block-start: 2.5mm; }
main > dl.facts { margin-block-end: 6mm; }
dl.facts > div { break-inside: avoid; }
dt { color: #5b6b7b; font-size: 9pt; }
dd { margin: 0; font-weight: 600; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; margin-block-end: 3mm; font-size: 9.5pt; }
thead { display: table-header-group; break-after: avoid; }
tr { break-inside: avoid; }
tbody tr:first-child:not(:last-child) { break-after: avoid; }
tbody tr:last-child { break-before: avoid; }
th { text-align: start; color: #5b6b7b; font-weight: 600; border-block-end: 1pt solid #9fb0c0; padding: 1mm 2mm 1mm 0; }
td { vertical-align: top; border-block-end: .5pt solid #dde4ea; padding: 1.5mm 2mm 1.5mm 0; overflow-wrap: anywhere; }
html[dir="rtl"] th, html[dir="rtl"] td { padding-inline: 0 2mm; }
td small { display: block; color: #5b6b7b; }
.late { color: #a33; font-weight: 600; }
.progress { white-space: nowrap; }
.bar { display: inline-block; width: 12mm; height: 2mm; border-radius: 1mm; background: #dde4ea; overflow: hidden; vertical-align: middle; margin-inline-end: 1.5mm; }
.bar > i { display: block; height: 100%; background: #2f7d5b; }
.signatures { display: grid; grid-template-columns: 1fr 1fr; gap: 10mm; margin-block-start: 14mm; break-inside: avoid; }
.signatures div { border-block-start: .75pt solid #1f2d3d; padding-block-start: 1mm; color: #5b6b7b; font-size: 9pt; }
.print { position: fixed; inset-block-start: 6mm; inset-inline-end: 6mm; font: inherit; font-weight: 600; color: #fff; background: #1f4e79; border: 0; border-radius: 4pt; padding: 2mm 5mm; cursor: pointer; }
.notice { max-width: 120mm; margin: 30mm auto; padding: 10mm; background: #fff; text-align: center; }
@media print {
  body { background: none; }
  main { width: auto; min-height: 0; margin: 0; padding: 0; box-shadow: none; }
  .print { display: none; }
}
@media screen and (max-width: 215mm) { main { width: auto; margin: 0; } }
`;
