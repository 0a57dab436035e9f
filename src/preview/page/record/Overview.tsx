import type { PageProps } from "../Hosted.tsx";
import type { HostedSchema } from "../start.ts";
import type { PreviewState } from "../use-preview.ts";
import { RecordDetails } from "./RecordDetails.tsx";
import { useRecords } from "./use-records.ts";

type Props = PageProps & { preview: PreviewState; companyId: string };

/** What hangs on the company in the portal's own objects: the records as HubSpot keeps them, without any card. */
export function Overview({ start, view, words, preview, companyId }: Props) {
  return (
    <div className="overview">
      {start.schemas.map((schema) => (
        <OfSchema
          key={schema.objectTypeId}
          schema={schema}
          companyId={companyId}
          preview={preview}
          none={words.none}
          language={view.language}
        />
      ))}
      <Standard
        type="tickets"
        title={words.tickets}
        nameProperty="subject"
        companyId={companyId}
        preview={preview}
        none={words.none}
      />
    </div>
  );
}

interface ListProps {
  companyId: string;
  preview: PreviewState;
  none: string;
}

function OfSchema({ schema, language, ...rest }: ListProps & { schema: HostedSchema; language: "en" | "ar" }) {
  return (
    <Standard
      {...rest}
      type={schema.objectTypeId}
      title={schema.plural[language]}
      nameProperty={schema.primaryDisplayProperty}
    />
  );
}

function Standard({
  type,
  title,
  nameProperty,
  companyId,
  preview,
  none,
}: ListProps & { type: string; title: string; nameProperty: string }) {
  const records = useRecords(companyId, type, [nameProperty], preview.facts.dataVersion);
  return (
    <section className="overview-list" data-test={`list-${type}`} aria-label={title}>
      <h3 className="heading">
        {title}{" "}
        <span className="count">{new Intl.NumberFormat(preview.facts.locale).format(records?.length ?? 0)}</span>
      </h3>
      {records?.length === 0 && <p className="top-note">{none}</p>}
      {records?.map((record) => (
        <RecordDetails
          key={record.id}
          type={type}
          id={record.id}
          name={record.properties[nameProperty] ?? record.id}
          preview={preview}
        />
      ))}
    </section>
  );
}
