import { Link, Text } from "@hubspot/ui-extensions";
import type { CountedRecord, KpiDetailAnswer, KpisAnswer } from "@keyline/domain";
import { Column, Listing, dateFormat, useHost } from "@keyline/ui";
import { shareText } from "./share-text.ts";

interface Props {
  counted: KpiDetailAnswer["counted"];
  answer: KpisAnswer;
  /** Where the page begins among the records of this answer. */
  firstRow: number;
  page: { current: number; count: number; onChange: (page: number) => void };
}

const rowsAPage = 10;

/** The very records that were counted, ten at a time, each with what it adds. */
export function CountedList({ counted, answer, firstRow, page }: Props) {
  const { say } = useHost();
  const { total, gone, records } = counted;
  return (
    <Column gap="xs" fills>
      <Column gap="flush">
        <Text format={{ fontWeight: "demibold" }}>{say("kpiCounted", { count: total })}</Text>
        {gone > 0 && <Text variant="microcopy">{say("kpiGone", { count: gone })}</Text>}
      </Column>
      {records.length > 0 && (
        <RecordTable
          records={records.slice(firstRow, firstRow + rowsAPage)}
          answer={answer}
          {...(page.count > 1 ? { page } : {})}
        />
      )}
    </Column>
  );
}

interface TableProps {
  records: readonly CountedRecord[];
  answer: Pick<KpisAnswer, "currency" | "today">;
  page?: Props["page"];
}

/** Records with a link each, their day and their share. */
export function RecordTable({ records, answer, page }: TableProps) {
  const host = useHost();
  const { say, locale } = host;
  const dates = dateFormat(locale, answer.today);
  return (
    <Listing
      items={records}
      keyOf={({ object, id }) => `${object}-${id}`}
      columns={[
        { title: say("kpiRecord"), cell: (record) => <RecordName record={record} /> },
        { title: say("kpiDay"), cell: ({ on }) => <Text>{on ? dates.day(on) : ""}</Text> },
        { title: say("kpiShare"), cell: ({ share }) => <Text>{shareText(share, answer.currency, host)}</Text> },
      ]}
      {...(page ? { page } : {})}
    />
  );
}

/** What was said stands below the name, in the customer's words. */
function RecordName({ record: { link, note } }: { record: CountedRecord }) {
  const { line } = useHost();
  const name = line([link.name]);
  return (
    <Column gap="flush">
      {link.url ? <Link href={{ url: link.url, external: true }}>{name}</Link> : <Text>{name}</Text>}
      {note && (
        <Text variant="microcopy" truncate={{ maxWidth: 220 }}>
          {note}
        </Text>
      )}
    </Column>
  );
}
