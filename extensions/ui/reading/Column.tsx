import type { ReactNode } from "react";
import { Flex, type FlexProps } from "@hubspot/ui-extensions";
import { useHost } from "../host/index.ts";

interface Props {
  children: ReactNode;
  gap?: FlexProps["gap"];
  /** Things that fill the width by themselves (forms, bars, tables) need no alignment. */
  fills?: boolean;
}

/** Things below each other, against the edge where the reader's lines start. */
export function Column({ children, gap = "small", fills = false }: Props) {
  const { isReversed } = useHost();
  return (
    <Flex direction="column" gap={gap} align={isReversed && !fills ? "end" : "stretch"}>
      {children}
    </Flex>
  );
}
