import type {
  SortedTableHeaderProps,
  TableCellProps,
  TableElementProps,
  TableHeaderProps,
  TableProps,
  WidthProps,
} from "@hubspot/ui-extensions";
import { Pages } from "./Pages.tsx";

export function Table(props: TableProps) {
  const { bordered = true, flush, density = "default", children, testId } = props;
  return (
    <div className={`table-box${flush ? "" : " table-spaced"}`} data-test-id={testId}>
      <div className="table-scroll">
        <table className={`table table-${density}${bordered ? " table-bordered" : ""}`}>{children}</table>
      </div>
      {props.paginated && <Pages {...props} />}
    </div>
  );
}

export const TableHead = ({ children }: TableElementProps) => <thead>{children}</thead>;
export const TableBody = ({ children }: TableElementProps) => <tbody>{children}</tbody>;
export const TableFooter = ({ children }: TableElementProps) => <tfoot>{children}</tfoot>;
export const TableRow = ({ children, testId }: TableElementProps) => <tr data-test-id={testId}>{children}</tr>;

export function TableHeader(props: TableHeaderProps) {
  const { align, width, children, testId } = props;
  const { sortDirection = "never", onSortChange, disabled } = props as Partial<SortedTableHeaderProps>;
  const isSortable = sortDirection !== "never" && onSortChange !== undefined;
  return (
    <th
      scope="col"
      style={{ textAlign: align, width: widthOf(width) }}
      aria-sort={isSortable ? sortDirection : undefined}
      data-test-id={testId}
    >
      {isSortable ? (
        <button
          type="button"
          className="sort-button"
          disabled={disabled}
          onClick={() => onSortChange(sortDirection === "ascending" ? "descending" : "ascending")}
        >
          {children}
          <span aria-hidden="true">{{ ascending: "▲", descending: "▼", none: "↕" }[sortDirection]}</span>
        </button>
      ) : (
        children
      )}
    </th>
  );
}

export const TableCell = ({ align, width, colSpan, children, testId }: TableCellProps) => (
  <td style={{ textAlign: align, width: widthOf(width) }} colSpan={colSpan} data-test-id={testId}>
    {children}
  </td>
);

const widthOf = (width: WidthProps["width"]) => (width === "min" ? "1%" : width === "max" ? "100%" : width);
