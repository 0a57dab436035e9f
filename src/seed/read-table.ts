import { CsvError, parse } from "csv-parse/sync";

export interface SourceFile {
  name: string;
  text: string;
}

export interface Row {
  /** The line of the file on which the row starts; the header is line 1. */
  line: number;
  cells: string[];
}

export interface Table {
  headers: string[];
  rows: Row[];
  /** Rows that cannot be read at all. */
  unreadable: { line: number; reason: string }[];
  separator: Separator;
}

export type Separator = "," | ";" | "\t";

/**
 * Reads a CSV file as HubSpot's export or a spreadsheet writes it: with or without BOM, any line ending, comma, semicolon
 * or tab, quoted line breaks. Rows keep the line on which they start. A row with too few or too many columns is
 * unreadable: its values may stand in the wrong columns.
 */
export function readTable(text: string): Table {
  const plain = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const separator = findSeparator(plain);
  const { rows: records, unreadable } = readRecords(plain, separator);
  const [header, ...body] = records;
  const headers = (header?.cells ?? []).map((cell) => cell.replace(/\s+/g, " "));
  const rows: Row[] = [];
  for (const { line, cells } of body) {
    if (cells.every((cell) => cell === "")) continue;
    const hasMore = cells.slice(headers.length).some((cell) => cell !== "");
    if (cells.length < headers.length || hasMore) {
      unreadable.push({ line, reason: `it has ${cells.length} columns where the header has ${headers.length}` });
    } else {
      rows.push({ line, cells: cells.slice(0, headers.length) });
    }
  }
  return { headers, rows, unreadable: unreadable.sort((a, b) => a.line - b.line), separator };
}

/** A quote that does not close would swallow the rest of the file: give up that one row and read on after it. */
function readRecords(text: string, separator: Separator): Pick<Table, "rows" | "unreadable"> {
  const lines = text.split("\n");
  const rows: Row[] = [];
  const unreadable: Table["unreadable"] = [];
  let done = 0;
  while (done < lines.length) {
    const offset = done;
    try {
      parse(lines.slice(offset).join("\n"), {
        delimiter: separator,
        record_delimiter: "\n",
        trim: true,
        relax_column_count: true,
        relax_quotes: true,
        raw: true,
        info: true,
        on_record: (parsed: unknown) => {
          // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what `raw: true` makes of a record, untyped there
          const { record, raw } = parsed as { record: string[]; raw: string };
          rows.push({ line: done + 1, cells: record });
          done += raw.replace(/\n$/, "").split("\n").length;
          return null;
        },
      });
      return { rows, unreadable };
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      unreadable.push({ line: done + 1, reason: "its quotes do not match" });
      done += 1;
    }
  }
  return { rows, unreadable };
}

function findSeparator(text: string): Separator {
  const header = text.replace(/"(?:[^"]|"")*"/g, "").split("\n", 1)[0] ?? "";
  const count = (separator: Separator): number => header.split(separator).length;
  const separators: Separator[] = [",", ";", "\t"];
  return separators.reduce((best, next) => (count(next) > count(best) ? next : best));
}
