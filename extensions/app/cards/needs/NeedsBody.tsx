import { useState } from "react";
import { needGaps, type NeedsAnswer, type NeedWritten } from "@keyline/domain";
import { CardFrame, Family, useBackend, useNewsOfRecord } from "@keyline/ui";
import { noFilters, type Filters } from "./find-needs.ts";
import { GapsAlert } from "./GapsAlert.tsx";
import { NeedsFilters } from "./NeedsFilters.tsx";
import { NeedsHeader } from "./NeedsHeader.tsx";
import { NeedsTable } from "./NeedsTable.tsx";
import { NoNeeds } from "./NoNeeds.tsx";
import { withWritten } from "./with-written.ts";

/** What they need, what nobody serves yet, and what we should ask again. */
export function NeedsBody() {
  const read = useBackend("needs");
  useNewsOfRecord(read.again);
  return (
    <CardFrame read={read}>
      {(answer) => (
        <Known answer={answer} again={read.again} onWritten={(written) => read.replace(withWritten(answer, written))} />
      )}
    </CardFrame>
  );
}

/** What every part of the card is given. */
export interface NeedsProps {
  answer: NeedsAnswer;
  /** Reads the whole card anew: something else than a need has changed. */
  again: () => void;
  onWritten: (written: NeedWritten) => void;
}

function Known(props: NeedsProps) {
  const [filters, setFilters] = useState<Filters>(noFilters);
  const { answer } = props;
  const gaps = needGaps(answer);
  const family = <Family managedUnder={answer.managedUnder} family={answer.family} />;
  if (answer.needs.length === 0) {
    return (
      <>
        {family}
        <NoNeeds {...props} gaps={gaps} />
      </>
    );
  }
  return (
    <>
      <NeedsHeader {...props} gaps={gaps} />
      {family}
      <GapsAlert {...props} gaps={gaps} onShow={(gap) => setFilters({ ...noFilters, gap })} />
      <NeedsFilters answer={answer} filters={filters} onChange={setFilters} />
      <NeedsTable {...props} gaps={gaps} filters={filters} onClear={() => setFilters(noFilters)} />
    </>
  );
}
