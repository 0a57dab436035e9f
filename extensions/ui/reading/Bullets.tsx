import { Children, type ReactNode } from "react";
import { Flex, List, Text } from "@hubspot/ui-extensions";
import { useHost } from "../host/index.ts";
import { Row } from "./Row.tsx";

/** A list whose marks stand where the lines begin. HubSpot's own list puts them at the page's start. */
export function Bullets({ children }: { children: ReactNode }) {
  const { isReversed } = useHost();
  if (!isReversed) return <List variant="unordered-styled">{children}</List>;
  return (
    <Flex direction="column" gap="xs">
      {Children.map(children, (child) => (
        <Row align="baseline">
          <Text>•</Text>
          {child}
        </Row>
      ))}
    </Flex>
  );
}
