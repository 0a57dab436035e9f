import { checkIn, Problem, type CheckIn, type FoundCheckIn } from "@keyline/domain";
import type { StoredCheckIn } from "../facts.ts";
import { goneProblem, type Desk } from "../../desk/index.ts";
import { readWhole, type CheckInName } from "./read-history.ts";

/** What the person saw when they decided. */
export interface Expected {
  state: CheckIn["state"];
  due: CheckIn["due_date"];
}

/** Reads one check-in of a company for certain. Throws `not-found`. */
export async function readOne({ hubspot }: Desk, companyId: string, key: string): Promise<StoredCheckIn> {
  const [found] = await readWhole(hubspot, [key]);
  // A key names its company; one that came with a merged company names the record it belongs to now.
  if (!found || found.values.company_record_id !== Number(companyId)) throw goneProblem("check-in");
  return found;
}

/** Throws `conflict`, with what stands there now, when it is not what the person saw. */
export function mustBe({ values }: StoredCheckIn, expected: Expected | null): void {
  if (!expected || (values.state === expected.state && values.due_date === expected.due)) return;
  throw changedMeanwhile(values);
}

export function changedMeanwhile(values: StoredCheckIn["values"]): Problem {
  const found: FoundCheckIn = {
    state: values.state,
    due: values.due_date,
    heldOn: values.held_on,
    outcome: values.outcome,
  };
  const words = {
    en: "Somebody has changed this check-in since you opened it.",
    ar: "غيّر شخص آخر هذه المتابعة بعد أن فتحتها.",
  };
  return new Problem("conflict", words.en, { words, found });
}

/** Changes one check-in. Throws HubSpot's refusal. */
export async function change({ hubspot }: Desk, { id, values }: StoredCheckIn, properties: Partial<CheckIn>) {
  const { refused } = await hubspot.records(checkIn).update([{ id, properties }]);
  if (refused[0]) throw refused[0].problem;
  return { id, key: values.check_in_key } satisfies CheckInName;
}

/** Makes one check-in, or brings back the one of its key, and ties it to its company. Throws HubSpot's refusal. */
export async function make(
  { hubspot }: Desk,
  values: Partial<CheckIn> & Pick<CheckIn, "check_in_key">,
  companyId: string,
) {
  const properties = Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null),
  ) as Partial<CheckIn>;
  const key = values.check_in_key;
  const { written, refused } = await hubspot.records(checkIn).upsert([{ key, properties }]);
  if (refused[0]) throw refused[0].problem;
  const id = written[0]?.id ?? "";
  const answer = await hubspot.associations.create(checkIn, "companies", [{ from: id, to: companyId }]);
  if (answer.refused[0]) throw answer.refused[0].problem;
  return { id, key } satisfies CheckInName;
}
