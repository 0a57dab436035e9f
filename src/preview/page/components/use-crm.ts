import { useEffect, useState } from "react";
import type { CrmRecord } from "../../crm.ts";
import { api } from "../api.ts";
import { useHost } from "../host/host-context.ts";

type Properties = Record<string, string | null>;

/** Formatted properties of the page's record, or of the one named, with the labels that the portal gives them. */
export function useCurrentRecord(names: string[], which: { objectTypeId?: string; objectId?: number }) {
  const host = useHost();
  const [values, setValues] = useState<Properties>({});
  const [labels, setLabels] = useState<Record<string, string>>({});
  const objectTypeId = which.objectTypeId ?? host.record?.objectTypeId ?? "0-2";
  const objectId = which.objectId ?? host.record?.objectId;
  useEffect(() => {
    if (!objectId) return;
    const asked = {
      objectTypeId,
      objectId,
      properties: names,
      locale: host.locale,
      options: { propertiesToFormat: "all" },
    };
    api.post<Properties>("/api/hooks/properties", asked).then(setValues, () => setValues({}));
    host.definitions(objectTypeId).then(
      (found) => setLabels(Object.fromEntries(found.map(({ name, label }) => [name, label]))),
      () => setLabels({}),
    );
  }, [objectTypeId, objectId, names.join(), host.locale, host.dataVersion]);
  return { values, label: (name: string) => labels[name] ?? name };
}

/** Records of a type that hang on the page's record. */
export function useAssociated(objectTypeId: string, names: string[]): CrmRecord[] {
  const host = useHost();
  const [records, setRecords] = useState<CrmRecord[]>([]);
  useEffect(() => {
    if (!host.record) return;
    const { objectTypeId: from, objectId } = host.record;
    const path = `/api/records/${from}/${objectId}/associated/${objectTypeId}?properties=${names.join(",")}`;
    api.get<CrmRecord[]>(path).then(setRecords, () => setRecords([]));
  }, [host.record?.objectId, objectTypeId, names.join(), host.dataVersion]);
  return records;
}
