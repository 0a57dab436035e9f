import { useEffect } from "react";
import { ProgressBar } from "@hubspot/ui-extensions";
import { Column, useHost } from "@keyline/ui";

const askAgainMs = 1_500;

/** The accounts are read for the first time: how far that is, asked again until they are there. */
export function Preparing({ read, total, again }: { read: number; total: number; again: () => void }) {
  const { say } = useHost();
  useEffect(() => {
    const timer = setTimeout(again, askAgainMs);
    return () => clearTimeout(timer);
  }, [again]);
  return (
    <Column fills>
      <ProgressBar
        title={say("readingAccounts")}
        value={read}
        maxValue={Math.max(1, total)}
        valueDescription={total > 0 ? say("readingProgress", { read, total }) : say("loading")}
      />
    </Column>
  );
}
