import type { CheckInsWritten, LogCheckIn, MarkPromise } from "@keyline/domain";
import { readPromises, writePromises } from "../promises.ts";
import { goneProblem, type Desk } from "../../desk/index.ts";
import { readWhole, type CheckInName } from "./read-history.ts";
import { saved } from "./saved.ts";
import { change } from "./touch-check-in.ts";

/** A recommendation of an earlier check-in is carried out, or not. */
export async function markPromise(
  desk: Desk,
  { companyId, checkInKey, id, state }: MarkPromise,
): Promise<CheckInsWritten> {
  const touched = await answerPromises(desk, companyId, [{ checkInKey, id, state }]);
  if (touched.length === 0) throw goneProblem("check-in");
  return saved(desk, companyId, touched);
}

/** Writes the answers into the check-ins that hold the recommendations; answers the check-ins it found. */
export async function answerPromises(
  desk: Desk,
  companyId: string,
  answers: LogCheckIn["promised"],
): Promise<CheckInName[]> {
  const keys = [...new Set(answers.map(({ checkInKey }) => checkInKey))];
  const found = await readWhole(desk.hubspot, keys);
  const own = found.filter(({ values }) => values.company_record_id === Number(companyId));
  return Promise.all(
    own.map(async (checkIn) => {
      const key = checkIn.values.check_in_key;
      const said = new Map(answers.filter((answer) => answer.checkInKey === key).map(({ id, state }) => [id, state]));
      const before = readPromises(checkIn.values.recommendations);
      const after = before.map((promise) => ({ ...promise, state: said.get(promise.id) ?? promise.state }));
      if (after.every(({ state }, index) => state === before[index]?.state)) return { id: checkIn.id, key };
      return change(desk, checkIn, {
        recommendations: writePromises(after),
        recommendations_carried_out: after.filter(({ state }) => state === "done").length,
      });
    }),
  );
}
