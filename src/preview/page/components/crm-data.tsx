import type {
  CrmAssociationPivotProps,
  CrmAssociationPropertyListProps,
  CrmAssociationStageTrackerProps,
  CrmAssociationTableProps,
  CrmDataHighlightProps,
  CrmPropertyListProps,
  CrmReportProps,
  CrmSimpleDeadlineProps,
  CrmStageTrackerProps,
  CrmStatisticsProps,
} from "@hubspot/ui-extensions/crm";
import type { CrmRecord } from "../../crm.ts";
import { useAssociated, useCurrentRecord } from "./use-crm.ts";

/*
 * HubSpot's CRM components, in their simple form: the right records and properties, read through the sandbox; without HubSpot's
 * filters, reports and previews.
 */

export function CrmPropertyList({ properties, direction = "column", ...which }: CrmPropertyListProps) {
  const { values, label } = useCurrentRecord(properties, which);
  return (
    <dl className={`description-list description-${direction}`}>
      {properties.map((name) => (
        <div className="description-item" key={name}>
          <dt>{label(name)}</dt>
          <dd>{values[name] ?? "--"}</dd>
        </div>
      ))}
    </dl>
  );
}

export function CrmDataHighlight({ properties, ...which }: CrmDataHighlightProps) {
  const { values, label } = useCurrentRecord(properties, which);
  return (
    <dl className="statistics">
      {properties.map((name) => (
        <div className="statistic" key={name}>
          <dt>{label(name)}</dt>
          <dd>{values[name] ?? "--"}</dd>
        </div>
      ))}
    </dl>
  );
}

export function CrmAssociationTable({ objectTypeId, propertyColumns, pageSize = 10 }: CrmAssociationTableProps) {
  return (
    <RecordTable records={useAssociated(objectTypeId, propertyColumns).slice(0, pageSize)} columns={propertyColumns} />
  );
}

export function CrmAssociationPivot({ objectTypeId, maxAssociations = 10 }: CrmAssociationPivotProps) {
  const records = useAssociated(objectTypeId, nameProperties).slice(0, maxAssociations);
  return (
    <ul className="list">
      {records.map((record) => (
        <li key={record.id}>{nameOf(record)}</li>
      ))}
    </ul>
  );
}

export function CrmAssociationPropertyList({ objectTypeId, properties }: CrmAssociationPropertyListProps) {
  return <RecordTable records={useAssociated(objectTypeId, properties).slice(0, 1)} columns={properties} />;
}

export function CrmAssociationStageTracker({ objectTypeId, properties }: CrmAssociationStageTrackerProps) {
  return <RecordTable records={useAssociated(objectTypeId, properties)} columns={properties} />;
}

export const CrmStageTracker = ({ objectTypeId, objectId, properties }: CrmStageTrackerProps) => (
  <CrmPropertyList properties={properties} {...(objectTypeId && objectId && { objectTypeId, objectId })} />
);

export const CrmSimpleDeadline = ({ startDatePropertyName, endDatePropertyName }: CrmSimpleDeadlineProps) => (
  <CrmPropertyList direction="row" properties={[startDatePropertyName, endDatePropertyName]} />
);

export const CrmRelativeTimeline = ({ properties }: { properties: string[] }) => (
  <CrmPropertyList properties={properties} />
);

export function CrmStatistics({ objectTypeId, statistics }: CrmStatisticsProps) {
  const names = statistics.map(({ propertyName }) => propertyName);
  const records = useAssociated(objectTypeId, names);
  return (
    <dl className="statistics">
      {statistics.map(({ label, propertyName, statisticType }) => (
        <div className="statistic" key={label}>
          <dt>{label}</dt>
          <dd className="statistic-number">
            {reckon(
              statisticType,
              records.map((record) => record.properties[propertyName] ?? null),
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

export const CrmReport = ({ reportId }: CrmReportProps) => (
  <div className="tile text-microcopy">CrmReport {reportId}: reports live in HubSpot alone.</div>
);

function RecordTable({ records, columns }: { records: CrmRecord[]; columns: string[] }) {
  return (
    <div className="table-scroll">
      <table className="table table-bordered">
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name}>{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {records.map((record) => (
            <tr key={record.id}>
              {columns.map((name) => (
                <td key={name}>{record.properties[name] ?? "--"}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const nameProperties = ["name", "dealname", "firstname", "lastname", "subject"];
const nameOf = ({ id, properties }: CrmRecord) =>
  nameProperties.flatMap((name) => properties[name] ?? []).join(" ") || id;

function reckon(kind: string, values: (string | null)[]): string {
  const known = values.flatMap((value) => (value === null || value === "" ? [] : Number(value)));
  if (kind === "COUNT") return String(values.length);
  if (known.length === 0) return "--";
  const sum = known.reduce((total, value) => total + value, 0);
  if (kind === "SUM") return String(sum);
  if (kind === "AVG") return String(Math.round((sum / known.length) * 100) / 100);
  if (kind === "MIN") return String(Math.min(...known));
  if (kind === "MAX") return String(Math.max(...known));
  return String(new Set(known).size);
}
