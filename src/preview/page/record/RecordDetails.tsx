import { useEffect, useState } from "react";
import type { CrmRecord, PropertyDefinition } from "../../crm.ts";
import { api } from "../api.ts";
import type { PreviewState } from "../use-preview.ts";
import { show } from "./PropertyField.tsx";

interface Props {
  type: string;
  id: string;
  name: string;
  preview: PreviewState;
}

/** A record by its name; opened, every property that has a value. */
export function RecordDetails({ type, id, name, preview }: Props) {
  const { facts } = preview;
  const [isOpen, setIsOpen] = useState(false);
  const [definitions, setDefinitions] = useState<PropertyDefinition[]>([]);
  const [record, setRecord] = useState<CrmRecord | null>(null);
  useEffect(() => {
    if (!isOpen) return;
    void facts.definitions(type).then(async (found) => {
      const names = found
        .map((definition) => definition.name)
        .filter((one) => !one.startsWith("hs_") || one === "hs_object_id");
      setDefinitions(found);
      setRecord(await api.get<CrmRecord>(`/api/records/${type}/${id}?properties=${names.join(",")}`));
    });
  }, [isOpen, type, id, facts.dataVersion]);
  return (
    <details className="record" data-test={`record-${id}`} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{name}</summary>
      <dl className="description-list description-row">
        {definitions
          .filter((definition) => record?.properties[definition.name])
          .map((definition) => (
            <div className="description-item" key={definition.name} data-test={`property-${definition.name}`}>
              <dt>{definition.label}</dt>
              <dd>{show(record?.properties[definition.name] ?? "", definition, facts)}</dd>
            </div>
          ))}
      </dl>
    </details>
  );
}
