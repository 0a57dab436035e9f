import type { ReactNode } from "react";
import { Text } from "@hubspot/ui-extensions";
import { Row } from "./Row.tsx";

/** A label and what it says, label first in reading order. */
export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Row justify="between" align="baseline">
      <Text variant="microcopy">{label}</Text>
      {children}
    </Row>
  );
}
