import { Children, type ReactNode } from "react";
import { Box, Flex, type FlexProps } from "@hubspot/ui-extensions";
import { useHost } from "../host/index.ts";
import { inReadingOrder } from "./in-reading-order.ts";

interface Props {
  children: ReactNode;
  gap?: FlexProps["gap"];
  /** Share of the width of each column, in reading order; equal without. */
  shares?: readonly number[];
}

/** Columns that share the width; the first stands where the reader begins. */
export function Columns({ children, gap = "medium", shares }: Props) {
  const { isReversed } = useHost();
  const columns = Children.toArray(children).map((child, index) => (
    <Box key={index} flex={shares?.[index] ?? 1}>
      {child}
    </Box>
  ));
  return (
    <Flex direction="row" gap={gap} align="start">
      {inReadingOrder(columns, isReversed)}
    </Flex>
  );
}
