import { Children, type ReactNode } from "react";

/**
 * Children as they must stand on the page so that they read in the order they were written: turned round when the text
 * reads against the page. Fragments and false values count as React counts them.
 */
export function inReadingOrder(children: ReactNode, isReversed: boolean): ReactNode[] {
  const list = Children.toArray(children);
  return isReversed ? list.reverse() : list;
}
