import { useEffect, useRef, useState } from "react";
import { SearchInput } from "@hubspot/ui-extensions";
import { useHost } from "@keyline/ui";

const settledAfterMs = 400;

interface Props {
  value: string;
  onChange: (text: string) => void;
}

/** Asks once the person has stopped typing. What changes the value from elsewhere, such as "Clear filters", stands. */
export function SearchField({ value, onChange }: Props) {
  const { say } = useHost();
  const [typed, setTyped] = useState<string | null>(null);
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  }, [onChange]);
  useEffect(() => setTyped(null), [value]);
  useEffect(() => {
    if (typed === null || typed === value) return undefined;
    const timer = setTimeout(() => latest.current(typed), settledAfterMs);
    return () => clearTimeout(timer);
  }, [typed, value]);
  return (
    <SearchInput
      name="search"
      label={say("searchAccounts")}
      value={typed ?? value}
      onInput={setTyped}
      onChange={setTyped}
      clearable
    />
  );
}
