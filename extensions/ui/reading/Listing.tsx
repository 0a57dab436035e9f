import type { ReactNode } from "react";
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  type TableHeaderProps,
} from "@hubspot/ui-extensions";
import { useHost } from "../host/index.ts";

export interface ListingColumn<Item> {
  title: string;
  cell: (item: Item) => ReactNode;
  /** Numbers stand against the end of their column. */
  isNumber?: boolean;
  width?: TableHeaderProps["width"];
}

interface Props<Item> {
  items: readonly Item[];
  keyOf: (item: Item) => string;
  /** In reading order; at most seven. */
  columns: readonly ListingColumn<Item>[];
  /** Beyond these many rows the listing has pages. */
  page?: { current: number; count: number; onChange: (page: number) => void };
}

/** A table whose first column stands where the reader begins, aligned to the reader's side. */
export function Listing<Item>({ items, keyOf, columns, page }: Props<Item>) {
  const { isReversed } = useHost();
  const alignOf = ({ isNumber = false }: ListingColumn<Item>) => (isNumber === isReversed ? "left" : "right");
  const ordered = isReversed ? columns.toReversed() : columns;
  const body = (
    <>
      <TableHead>
        <TableRow>
          {ordered.map((column) => (
            <TableHeader key={column.title} width={column.width ?? "auto"} align={alignOf(column)}>
              {column.title}
            </TableHeader>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {items.map((item) => (
          <TableRow key={keyOf(item)}>
            {ordered.map((column) => (
              <TableCell key={column.title} width={column.width ?? "auto"} align={alignOf(column)}>
                {column.cell(item)}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </>
  );
  if (!page) return <Table density="condensed">{body}</Table>;
  return (
    <Table density="condensed" paginated page={page.current} pageCount={page.count} onPageChange={page.onChange}>
      {body}
    </Table>
  );
}
