import { countedObjects, type CountedObject } from "@keyline/domain";
import { readCountedAnswers } from "./answers.ts";
import { readCountedCheckIns } from "./check-ins.ts";
import type { ReadCounted } from "./counted.ts";
import { readCountedDeals } from "./deals.ts";
import { readCountedNeeds } from "./needs.ts";
import { readCountedSignals } from "./signals.ts";
import { readCountedTickets } from "./tickets.ts";

export type { Counting, Shown } from "./counted.ts";

/** How each kind of record that a metric may count is read and said. A new kind is a file here and a line in this list. */
export const readCounted: Readonly<Record<CountedObject, ReadCounted>> = {
  deals: readCountedDeals,
  tickets: readCountedTickets,
  feedback_submissions: readCountedAnswers,
  account_signal: readCountedSignals,
  check_in: readCountedCheckIns,
  account_need: readCountedNeeds,
};

export function isCountedObject(object: string): object is CountedObject {
  return countedObjects.some((one) => one === object);
}
