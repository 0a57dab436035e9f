import type { ReactNode } from "react";
import type { PageProps } from "../Hosted.tsx";
import type { PreviewState } from "../use-preview.ts";
import { Tasks } from "./Tasks.tsx";
import { type AssociatedRecord, useRecords } from "./use-records.ts";

type Props = PageProps & { preview: PreviewState; companyId: string; children: ReactNode };

/** HubSpot's sidebar: the app's cards on top, then what is associated with the record. */
export function RightColumn({ preview, companyId, words, children }: Props) {
  const { facts } = preview;
  const contacts = useRecords(companyId, "contacts", ["firstname", "lastname", "jobtitle", "email"], facts.dataVersion);
  const deals = useRecords(companyId, "deals", ["dealname", "amount", "dealstage", "closedate"], facts.dataVersion);
  const money = new Intl.NumberFormat(facts.locale, {
    style: "currency",
    currency: facts.currency,
    maximumFractionDigits: 0,
  });
  return (
    <aside className="right-column" aria-label={words.sidebar}>
      {children}
      <Tasks companyId={companyId} preview={preview} words={words} />
      <Box title={words.contacts} records={contacts} none={words.none} locale={facts.locale}>
        {({ properties, labels }) => (
          <>
            <strong>
              {`${properties["firstname"] ?? ""} ${properties["lastname"] ?? ""}`.trim() || properties["email"]}
            </strong>
            <span className="top-note">{properties["jobtitle"]}</span>
            {labels.map((label) => (
              <span key={label} className="tag tag-default">
                {label}
              </span>
            ))}
          </>
        )}
      </Box>
      <Box title={words.deals} records={deals} none={words.none} locale={facts.locale}>
        {({ properties }) => (
          <>
            <strong>{properties["dealname"]}</strong>
            <span className="top-note">{properties["amount"] ? money.format(Number(properties["amount"])) : "--"}</span>
          </>
        )}
      </Box>
    </aside>
  );
}

interface BoxProps {
  title: string;
  records: AssociatedRecord[] | null;
  none: string;
  locale: string;
  children: (record: AssociatedRecord) => ReactNode;
}

function Box({ title, records, none, locale, children }: BoxProps) {
  return (
    <section className="box-card" aria-label={title}>
      <h2 className="box-title">
        {title} <span className="count">{new Intl.NumberFormat(locale).format(records?.length ?? 0)}</span>
      </h2>
      <ul className="association-list">
        {records?.slice(0, 8).map((record) => (
          <li key={record.id} data-test={`record-${record.id}`}>
            {children(record)}
          </li>
        ))}
      </ul>
      {records?.length === 0 && <p className="top-note">{none}</p>}
    </section>
  );
}
