import { useEffect, useState } from "react";
import type { CrmRecord } from "../../crm.ts";
import { api } from "../api.ts";

export type AssociatedRecord = CrmRecord & { labels: string[] };

/** Records of a type that hang on a company, read again whenever something was written; null until the first came. */
export function useRecords(
  companyId: string,
  type: string,
  properties: string[],
  dataVersion: number,
): AssociatedRecord[] | null {
  const [records, setRecords] = useState<AssociatedRecord[] | null>(null);
  useEffect(() => {
    let isStale = false;
    const path = `/api/records/companies/${companyId}/associated/${type}?properties=${properties.join(",")}`;
    api.get<AssociatedRecord[]>(path).then(
      (found) => !isStale && setRecords(found),
      () => !isStale && setRecords([]),
    );
    return () => {
      isStale = true;
    };
  }, [companyId, type, properties.join(), dataVersion]);
  return records;
}
