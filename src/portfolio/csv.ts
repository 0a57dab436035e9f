/** The mark by which spreadsheets know the text for UTF-8; without it they read Arabic as noise. */
const byteOrderMark = "\ufeff";

export type Cell = string | number | null;

/**
 * A table as spreadsheets open it: comma, CRLF, quotes where a cell needs them (RFC 4180). Numbers stand as they are; a
 * text that a spreadsheet would run as a formula is kept from that.
 */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return byteOrderMark + rows.map((row) => row.map(cellText).join(",")).join("\r\n") + "\r\n";
}

function cellText(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const safe = startsFormula(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * What begins a formula, in half and in full width, also behind blanks and marks of direction (OWASP, CSV injection).
 * The apostrophe before it says "text" to a spreadsheet.
 */
function startsFormula(text: string): boolean {
  return /^[\s\u200e\u200f\u2066-\u2069]*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(text) || /^[\t\r\n]/.test(text);
}
