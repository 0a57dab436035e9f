import { useState, type ReactNode } from "react";
import { Tab, Tabs } from "@hubspot/ui-extensions";
import { useHost } from "../host/index.ts";

export interface OrderedTab {
  id: string;
  title: string;
  body: () => ReactNode;
}

interface Props {
  tabs: readonly OrderedTab[];
  /** Which one is open, where that is kept elsewhere, as in the address of the app's page. */
  selected?: string;
  onSelect?: (id: string) => void;
}

/**
 * Tabs in reading order: the first at the right for a reader of Arabic, whatever the page does. A tab is drawn when it is
 * first opened, and keeps what was typed in it from then on.
 */
export function OrderedTabs({ tabs, selected, onSelect }: Props) {
  const { isReversed } = useHost();
  const [chosen, setChosen] = useState(tabs[0]?.id ?? "");
  const open = selected ?? chosen;
  const [visited, setVisited] = useState<ReadonlySet<string>>(new Set([open]));
  const ordered = isReversed ? tabs.toReversed() : tabs;
  return (
    <Tabs
      selected={open}
      fill={isReversed}
      onSelectedChange={(id: string | number) => {
        setChosen(String(id));
        onSelect?.(String(id));
        setVisited((before) => new Set([...before, String(id)]));
      }}
    >
      {ordered.map(({ id, title, body }) => (
        <Tab key={id} tabId={id} title={title}>
          {visited.has(id) || id === open ? body() : null}
        </Tab>
      ))}
    </Tabs>
  );
}
