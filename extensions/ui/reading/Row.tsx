import type { ReactNode } from "react";
import { Flex, type FlexProps } from "@hubspot/ui-extensions";
import { useHost } from "../host/index.ts";
import { inReadingOrder } from "./in-reading-order.ts";

interface Props {
  children: ReactNode;
  /** `between` puts the first at the start of the line and the last at its end. */
  justify?: "start" | "between" | "end";
  align?: FlexProps["align"];
  gap?: FlexProps["gap"];
  wrap?: boolean;
}

const turned = { start: "end", end: "start", between: "between" } as const;

/** Things beside each other, in reading order: the first at the right for a reader of Arabic, whatever the page does. */
export function Row({ children, justify = "start", align = "center", gap = "small", wrap = false }: Props) {
  const { isReversed } = useHost();
  return (
    <Flex direction="row" justify={isReversed ? turned[justify] : justify} align={align} gap={gap} wrap={wrap}>
      {inReadingOrder(children, isReversed)}
    </Flex>
  );
}
