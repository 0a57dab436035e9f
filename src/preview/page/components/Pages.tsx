import type { TablePaginatedProps } from "@hubspot/ui-extensions";
import { useEffect, useState } from "react";
import { useHost } from "../host/host-context.ts";

type Props = Omit<TablePaginatedProps, "children" | "paginated">;

/** The page buttons below a table; pages count from 1. */
export function Pages({
  pageCount,
  page,
  onPageChange,
  showButtonLabels = true,
  showFirstLastButtons,
  maxVisiblePageButtons = 7,
}: Props) {
  const host = useHost();
  const [current, setCurrent] = useState(page ?? 1);
  useEffect(() => {
    if (page !== undefined) setCurrent(page);
  }, [page]);
  const words = host.locale.startsWith("ar")
    ? { first: "الأولى", previous: "السابق", next: "التالي", last: "الأخيرة", pages: "الصفحات" }
    : { first: "First", previous: "Prev", next: "Next", last: "Last", pages: "Pages" };
  const number = new Intl.NumberFormat(host.locale);

  function go(to: number) {
    if (page === undefined) setCurrent(to);
    onPageChange(to);
  }
  const button = (label: string, to: number, isOff: boolean, sign: string, isSignLast = false) => (
    <button type="button" className="page-button" disabled={isOff} aria-label={label} onClick={() => go(to)}>
      {!isSignLast && <span className="icon-directed">{sign}</span>}
      {showButtonLabels && <span>{label}</span>}
      {isSignLast && <span className="icon-directed">{sign}</span>}
    </button>
  );

  return (
    <nav className="pages" aria-label={words.pages}>
      {showFirstLastButtons && button(words.first, 1, current <= 1, "«")}
      {button(words.previous, current - 1, current <= 1, "‹")}
      {around(current, pageCount, maxVisiblePageButtons).map((one) => (
        <button
          key={one}
          type="button"
          className={`page-button${one === current ? " page-current" : ""}`}
          aria-current={one === current ? "page" : undefined}
          onClick={() => go(one)}
        >
          {number.format(one)}
        </button>
      ))}
      {button(words.next, current + 1, current >= pageCount, "›", true)}
      {showFirstLastButtons && button(words.last, pageCount, current >= pageCount, "»", true)}
    </nav>
  );
}

/** At most `most` page numbers, with the current one among them. */
function around(current: number, count: number, most: number): number[] {
  const first = Math.max(1, Math.min(current - Math.floor(most / 2), count - most + 1));
  return Array.from({ length: Math.min(most, count) }, (_, index) => first + index);
}
