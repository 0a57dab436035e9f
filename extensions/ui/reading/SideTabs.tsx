import { useState } from "react";
import { Button, Text } from "@hubspot/ui-extensions";
import { Column } from "./Column.tsx";
import { Columns } from "./Columns.tsx";
import type { OrderedTab } from "./OrderedTabs.tsx";

/** Sections down the side, where there are too many for a row of tabs; the names stand where the reader begins. */
export function SideTabs({ tabs }: { tabs: readonly OrderedTab[] }) {
  const [open, setOpen] = useState(tabs[0]?.id ?? "");
  return (
    <Columns gap="large" shares={[1, 4]}>
      <Column gap="xs">
        {tabs.map(({ id, title }) =>
          id === open ? (
            <Text key={id} format={{ fontWeight: "bold" }}>
              {title}
            </Text>
          ) : (
            <Button key={id} variant="transparent" size="sm" onClick={() => setOpen(id)}>
              {title}
            </Button>
          ),
        )}
      </Column>
      {tabs.find(({ id }) => id === open)?.body()}
    </Columns>
  );
}
