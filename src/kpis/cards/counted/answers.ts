import type { KpiShare } from "@keyline/domain";
import type { AnswerFacts } from "../../facts/facts.ts";
import { answerExtra, answerOf } from "../../facts/read-tickets-and-answers.ts";
import { dayOf, type ReadCounted } from "./counted.ts";

/** Answers to surveys count with what was answered. */
export const readCountedAnswers: ReadCounted = async (hubspot, ids, counting) => {
  const extra = ["hs_submission_name", "hs_survey_name", "hs_contact_email_rollup", "hs_content", ...answerExtra];
  const records = await hubspot.records("feedback_submissions").read(ids, { extra });
  return records.flatMap((record) => {
    const { id, raw } = record;
    return answerOf(record).map((answer) => ({
      id,
      name: raw["hs_contact_email_rollup"] || raw["hs_submission_name"] || raw["hs_survey_name"] || id,
      on: dayOf(answer.at, counting),
      share: shareOf(answer, raw["hs_max_value"]),
      note: raw["hs_content"] || null,
    }));
  });
};

function shareOf({ kind, value, isSatisfied }: AnswerFacts, most: string | null | undefined): KpiShare {
  const of = most ? Number(most) : kind === "nps" ? 10 : null;
  if (kind === "satisfaction") return { kind: "answer", value, of, says: isSatisfied ? "satisfied" : "not-satisfied" };
  const says = value >= 9 ? "promoter" : value <= 6 ? "detractor" : "passive";
  return { kind: "answer", value, of, says };
}
