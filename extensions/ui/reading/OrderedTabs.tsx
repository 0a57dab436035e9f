import { useState, type ReactNode } from "react";
import { Tab, Tabs } from "@hubspot/ui-extensions";
import { useHost } from "../host/index.ts";

export interface OrderedTab {
  id: string;
  title: string;
  body: () => ReactNode;
}

/**
 * Tabs in reading order: the first at the right for a reader of Arabic, whatever the page does. A tab is drawn when it is
 * first opened, and keeps what was typed in it from then on.
 */
export function OrderedTabs({ tabs }: { tabs: readonly OrderedTab[] }) {
  const { isReversed } = useHost();
  const [open, setOpen] = useState(tabs[0]?.id ?? "");
  const [visited, setVisited] = useState<ReadonlySet<string>>(new Set([open]));
  const ordered = isReversed ? tabs.toReversed() : tabs;
  return (
    <Tabs
      selected={open}
      fill={isReversed}
      onSelectedChange={(id: string | number) => {
        setOpen(String(id));
        setVisited((before) => new Set([...before, String(id)]));
      }}
    >
      {ordered.map(({ id, title, body }) => (
        <Tab key={id} tabId={id} title={title}>
          {visited.has(id) ? body() : null}
        </Tab>
      ))}
    </Tabs>
  );
}
