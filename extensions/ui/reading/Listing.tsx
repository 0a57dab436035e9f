import { Fragment, type ReactNode } from "react";
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
  type TableHeaderProps,
} from "@hubspot/ui-extensions";
import { useHost } from "../host/index.ts";

export interface ListingColumn<Item> {
  title: string;
  cell: (item: Item) => ReactNode;
  /** Numbers stand against the end of their column. */
  isNumber?: boolean;
  width?: TableHeaderProps["width"];
  /** What the list is sorted by when this column's title is pressed; without it, it cannot be. */
  sortBy?: string;
  /** The first press shows the largest first, as people expect of amounts. */
  isLargestFirst?: boolean;
}

export interface ListingSort {
  by: string;
  descending: boolean;
  onChange: (by: string, descending: boolean) => void;
}

interface Props<Item> {
  items: readonly Item[];
  keyOf: (item: Item) => string;
  /** In reading order; at most seven. */
  columns: readonly ListingColumn<Item>[];
  /** Items of one group stand together below its name; given in that order. */
  groupOf?: (item: Item) => string;
  /** Puts something around a row: what its cells share. */
  wrapRow?: (item: Item, row: ReactNode) => ReactNode;
  /** Beyond these many rows the listing has pages. */
  page?: { current: number; count: number; onChange: (page: number) => void };
  sort?: ListingSort;
}

/** A table whose first column stands where the reader begins, aligned to the reader's side. */
export function Listing<Item>({ items, keyOf, columns, groupOf, wrapRow, page, sort }: Props<Item>) {
  const { isReversed, language } = useHost();
  // Sides of the page, whichever way that runs: a reader of Arabic begins at the right.
  const start = language === "ar" ? "right" : "left";
  const alignOf = ({ isNumber = false }: ListingColumn<Item>) => (isNumber === (start === "right") ? "left" : "right");
  const ordered = isReversed ? columns.toReversed() : columns;
  const rowOf = (item: Item) => (
    <TableRow>
      {ordered.map((column) => (
        <TableCell key={column.title} width={column.width ?? "auto"} align={alignOf(column)}>
          {column.cell(item)}
        </TableCell>
      ))}
    </TableRow>
  );
  const body = (
    <>
      <TableHead>
        <TableRow>
          {ordered.map((column) => (
            <TableHeader
              key={column.title}
              width={column.width ?? "auto"}
              align={alignOf(column)}
              {...sortingOf(column, sort)}
            >
              {column.title}
            </TableHeader>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {items.map((item, index) => (
          <Fragment key={keyOf(item)}>
            {groupOf && (index === 0 || groupOf(items[index - 1] as Item) !== groupOf(item)) && (
              <TableRow>
                <TableCell colSpan={columns.length} align={start}>
                  <Text format={{ fontWeight: "demibold" }}>{groupOf(item)}</Text>
                </TableCell>
              </TableRow>
            )}
            {wrapRow ? wrapRow(item, rowOf(item)) : rowOf(item)}
          </Fragment>
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

/** A press on the column that sorts already turns the order round. */
function sortingOf<Item>({ sortBy, isLargestFirst = false }: ListingColumn<Item>, sort: ListingSort | undefined) {
  if (!sortBy || !sort) return {};
  const isChosen = sort.by === sortBy;
  const sortDirection = !isChosen ? "none" : sort.descending ? "descending" : "ascending";
  const onSortChange = () => sort.onChange(sortBy, isChosen ? !sort.descending : isLargestFirst);
  return { sortDirection, onSortChange } as const;
}
