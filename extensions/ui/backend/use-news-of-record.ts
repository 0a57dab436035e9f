import { useEffect, useRef } from "react";
import { useHost } from "../host/index.ts";

/** What our backend writes to the company when a check-in, its rhythm, its reminder, its plan or its numbers changed. */
const written = [
  "am_account_type",
  "am_rhythm",
  "am_next_check_in",
  "am_last_check_in",
  "am_overdue_check_ins",
  "am_plan_status",
  "am_plan_last_touched",
  "am_last_recalculated",
];

/** Asks again when HubSpot says that the record changed: another card, a task completed, a person elsewhere. */
export function useNewsOfRecord(again: () => void) {
  const { actions } = useHost();
  const latest = useRef(again);
  useEffect(() => {
    latest.current = again;
  }, [again]);
  // HubSpot offers no way to stop listening, so a card listens once for its life.
  useEffect(() => {
    actions.onCrmPropertiesUpdate(written, () => latest.current());
  }, [actions]);
}
