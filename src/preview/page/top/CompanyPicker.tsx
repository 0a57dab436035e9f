import { useEffect, useRef, useState } from "react";
import type { CrmRecord } from "../../crm.ts";
import { api } from "../api.ts";
import type { View } from "../view.ts";
import type { Words } from "../words.ts";

interface Props {
  view: View;
  change: (change: Partial<View>) => void;
  words: Words;
  dataVersion: number;
}

/** The company whose record is open; typing searches the others. */
export function CompanyPicker({ view, change, words, dataVersion }: Props) {
  const [name, setName] = useState("");
  const [query, setQuery] = useState<string | null>(null);
  const [found, setFound] = useState<CrmRecord[]>([]);
  const [at, setAt] = useState(0);
  const box = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (!view.companyId) return;
    api.get<CrmRecord>(`/api/records/companies/${view.companyId}?properties=name`).then(
      (record) => setName(record.properties["name"] ?? record.id),
      () => setName(view.companyId ?? ""),
    );
  }, [view.companyId, dataVersion]);
  useEffect(() => {
    if (query === null) return undefined;
    const timer = setTimeout(() => {
      const asked = new URLSearchParams({ query, properties: "name,city", sort: "name" });
      api.get<{ results: CrmRecord[] }>(`/api/records/companies?${asked}`).then(
        ({ results }) => setFound(results),
        () => setFound([]),
      );
      setAt(0);
    }, 150);
    return () => clearTimeout(timer);
  }, [query]);

  function choose(record: CrmRecord | undefined) {
    if (!record) return;
    setQuery(null);
    box.current?.blur();
    change({ companyId: record.id });
  }
  return (
    <div className="top-field picker">
      <span id="picker-label">{words.company}</span>
      <input
        ref={box}
        role="combobox"
        aria-labelledby="picker-label"
        aria-expanded={query !== null}
        aria-controls="picker-list"
        autoComplete="off"
        data-test="company-picker"
        placeholder={words.searchCompanies}
        value={query ?? name}
        onFocus={() => setQuery("")}
        onBlur={() => setTimeout(() => setQuery(null), 150)}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "ArrowDown") setAt(Math.min(at + 1, found.length - 1));
          if (event.key === "ArrowUp") setAt(Math.max(at - 1, 0));
          if (event.key === "Enter") choose(found[at]);
          if (event.key === "Escape") box.current?.blur();
        }}
      />
      {query !== null && (
        <ul id="picker-list" role="listbox" className="picker-list" aria-labelledby="picker-label">
          {found.map((record, index) => (
            <li key={record.id} role="option" aria-selected={index === at} onPointerDown={() => choose(record)}>
              {record.properties["name"]} <span className="top-note">{record.properties["city"]}</span>
            </li>
          ))}
          {found.length === 0 && <li className="top-note">{words.noneFound}</li>}
        </ul>
      )}
    </div>
  );
}
