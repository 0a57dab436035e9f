import type { TabProps, TabsProps } from "@hubspot/ui-extensions";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { type RemoteChild, remoteChildren, useRemoteProps } from "../host/remote-children.ts";

type TabId = string | number;

export function Tabs({
  defaultSelected,
  selected,
  variant = "default",
  fill,
  onSelectedChange,
  children,
  testId,
}: TabsProps) {
  const tabs = remoteChildren(children).filter(({ type }) => type === "Tab");
  const ids = tabs.map(({ node }, index) => (node.props?.["tabId"] as TabId | undefined) ?? index);
  const [chosen, setChosen] = useState<TabId | undefined>(selected ?? defaultSelected);
  const list = useRef<HTMLDivElement>(null);
  const prefix = useId();
  useEffect(() => {
    if (selected !== undefined) setChosen(selected);
  }, [selected]);
  const at = Math.max(
    0,
    ids.findIndex((id) => String(id) === String(chosen)),
  );

  function choose(id: TabId) {
    if (selected === undefined) setChosen(id);
    (onSelectedChange as ((id: TabId) => void) | undefined)?.(id);
  }

  function walk(event: KeyboardEvent) {
    const step = stepOf(event);
    if (step === 0) return;
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll<HTMLButtonElement>("button:not([disabled])") ?? [])];
    const next =
      buttons[(buttons.indexOf(document.activeElement as HTMLButtonElement) + step + buttons.length) % buttons.length];
    next?.focus();
    next?.click();
  }

  return (
    <div className={`tabs tabs-${variant}`} data-test-id={testId}>
      <div className={`tab-list${fill ? " tab-fill" : ""}`} role="tablist" ref={list} onKeyDown={walk}>
        {tabs.map((tab, index) => (
          <TabButton
            key={tab.key}
            tab={tab}
            id={`${prefix}${index}`}
            isSelected={index === at}
            onChoose={() => choose(ids[index] ?? index)}
          />
        ))}
      </div>
      {tabs[at] && (
        <div className="tab-panel" role="tabpanel" id={`${prefix}panel`} aria-labelledby={`${prefix}${at}`}>
          {tabs[at].element}
        </div>
      )}
    </div>
  );
}

interface ButtonProps {
  tab: RemoteChild;
  id: string;
  isSelected: boolean;
  onChoose: () => void;
}

function TabButton({ tab, id, isSelected, onChoose }: ButtonProps) {
  const { title, disabled, tooltip } = useRemoteProps<TabProps>(tab);
  return (
    <button
      type="button"
      role="tab"
      id={id}
      aria-selected={isSelected}
      tabIndex={isSelected ? 0 : -1}
      disabled={disabled}
      title={tooltip}
      onClick={onChoose}
    >
      {title}
    </button>
  );
}

export const Tab = ({ children }: TabProps) => <>{children}</>;

/** Arrows follow the eye: on a right-to-left page the next tab stands to the left. */
function stepOf(event: KeyboardEvent): number {
  const forward = getComputedStyle(event.currentTarget).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
  if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return 0;
  return event.key === forward ? 1 : -1;
}
