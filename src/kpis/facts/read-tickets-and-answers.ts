import { momentMs, stagesOf, unlessUnavailable, type HubSpot, type Rec } from "../../hubspot/index.ts";
import type { AnswerFacts, TicketFacts } from "./facts.ts";

/** Tickets by company; null where the portal gives none. */
export async function readTickets(hubspot: HubSpot, companyIds: readonly string[]) {
  return unlessUnavailable(async () => {
    const stages = stagesOf(await hubspot.pipelines("tickets"));
    const byCompany = idsBy(await hubspot.associations.read("companies", "tickets", companyIds));
    const extra = ["hs_pipeline_stage", "closed_date", "createdate"];
    const records = await hubspot.records("tickets").read([...byCompany.values()].flat(), { extra });
    return collect(byCompany, records, ({ id, raw, createdAt }): TicketFacts[] => [
      {
        id,
        isClosed: stages.get(raw["hs_pipeline_stage"] ?? "")?.isClosed ?? false,
        closedAt: momentMs(raw["closed_date"]),
        createdAt: momentMs(raw["createdate"]) ?? Date.parse(createdAt),
      },
    ]);
  });
}

/** Answers to surveys by company, of the contacts given for each; null where the portal gives none. */
export async function readAnswers(hubspot: HubSpot, contacts: ReadonlyMap<string, string[]>) {
  return unlessUnavailable(async () => {
    const people = [...new Set([...contacts.values()].flat())];
    const byContact = idsBy(await hubspot.associations.read("contacts", "feedback_submissions", people));
    const byCompany = new Map(
      [...contacts].map(([id, own]) => [id, [...new Set(own.flatMap((one) => byContact.get(one) ?? []))]]),
    );
    const ids = [...byCompany.values()].flat();
    const records = await hubspot.records("feedback_submissions").read(ids, { extra: answerExtra });
    return collect(byCompany, records, answerOf);
  });
}

/** What an answer to a survey is read with. */
export const answerExtra = ["hs_survey_type", "hs_value", "hs_max_value", "hs_submission_timestamp"];

export function answerOf({ id, raw, createdAt }: Rec): AnswerFacts[] {
  const text = raw["hs_value"];
  const value = Number(text);
  if (!text || Number.isNaN(value)) return [];
  const at = momentMs(raw["hs_submission_timestamp"]) ?? Date.parse(createdAt);
  const type = (raw["hs_survey_type"] ?? "").toUpperCase();
  if (type === "NPS") return [{ id, kind: "nps", value, isSatisfied: value >= 9, at }];
  const scale = scaleOf(type, value, raw["hs_max_value"]);
  if (scale === null) return [];
  return [{ id, kind: "satisfaction", value, isSatisfied: value >= (scale === 7 ? 6 : 4), at }];
}

/** Of 5 or of 7: as the survey says, else by its kind. Null for a scale on which nobody has said what satisfied means. */
function scaleOf(type: string, value: number, most: string | null | undefined): 5 | 7 | null {
  if (most) return Number(most) === 5 ? 5 : Number(most) === 7 ? 7 : null;
  if (type === "CES") return 7;
  if (type !== "CSAT" && type !== "") return null;
  return value > 5 ? 7 : 5;
}

function idsBy(found: ReadonlyMap<string, { id: string }[]>): Map<string, string[]> {
  return new Map([...found].map(([id, list]) => [id, [...new Set(list.map((one) => one.id))]]));
}

function collect<T>(by: ReadonlyMap<string, string[]>, records: readonly Rec[], factsOf: (record: Rec) => T[]) {
  const known = new Map(records.map((record) => [record.id, record]));
  return new Map(
    [...by].map(([id, ids]) => [
      id,
      ids.flatMap((one) => {
        const record = known.get(one);
        return record ? factsOf(record) : [];
      }),
    ]),
  );
}
