import { describeRhythm, momentAt, type Language, type Rhythm, type Tier } from "@keyline/domain";
import { briefWords } from "./brief-words.ts";
import type { CheckInDraft, Draft } from "./draft.ts";
import { undecidedNotice } from "./account-rhythm.ts";
import { languageFor, type Responsible } from "./responsible.ts";
import { dateWords, escapeHtml, page, paragraph } from "./words.ts";

const priorities: Record<Tier, string> = { a: "HIGH", b: "MEDIUM", c: "LOW" };

/** A task's body holds 65,536 characters (developers.hubspot.com, CRM tasks). */
const longestBody = 60_000;

/** The reminder as HubSpot's properties. Its status is left out: to write it again must not reopen what was completed. */
export function reminderTask(
  draft: Draft,
  checkIn: CheckInDraft,
  rhythm: Rhythm | null,
  responsible: Responsible,
): Record<string, string> {
  const why = whyWords(draft, checkIn, rhythm, languageFor(responsible));
  return { ...reminderFacts(draft, checkIn, responsible), hs_task_body: reminderBody(draft, why, responsible) };
}

function reminderFacts(
  { situation, portal }: Draft,
  { values }: CheckInDraft,
  responsible: Responsible,
): Record<string, string> {
  const { account } = situation;
  const zone = responsible.owner?.timeZone ?? portal.timeZone;
  const subjects = { en: `Check-in: ${account.name}`, ar: `متابعة: ${account.name}` };
  const facts: Record<string, string> = {
    hs_timestamp: momentAt(values.due_date, portal.policy.dueTime, zone).toISOString(),
    hs_task_subject: subjects[languageFor(responsible)],
    hs_task_priority: priorities[account.properties.am_tier ?? "c"],
    hs_task_type: "TODO",
    hubspot_owner_id: responsible.owner?.id ?? "",
  };
  if (portal.policy.taskQueueId) facts.hs_queue_membership_ids = portal.policy.taskQueueId;
  return facts;
}

/** Why the task exists: “Every month, first Sunday; planned Sun 6 Dec”. */
function whyWords(draft: Draft, { values }: CheckInDraft, rhythm: Rhythm | null, language: Language): string {
  const { today } = draft.portal;
  const day = dateWords(values.planned_date, today, language);
  const slot = dateWords(values.slot_date, today, language);
  const isMoved = values.planned_date !== values.slot_date;
  const notice = undecidedNotice(draft.situation.account);
  const isTight = rhythm?.tightening && notice && values.slot_date <= notice;
  const parts =
    language === "ar"
      ? [
          values.planned_by === "person" || !rhythm ? "متابعة خُططت يدويًا" : describeRhythm(rhythm, "ar"),
          isTight && `أكثر تكرارًا حتى موعد الإشعار ${dateWords(notice, today, "ar")}`,
          isMoved ? `مخططة في ${day} بدلًا من ${slot}` : `مخططة في ${day}`,
        ]
      : [
          values.planned_by === "person" || !rhythm ? "Planned by hand" : describeRhythm(rhythm, "en"),
          isTight && `more often until the notice date, ${dateWords(notice, today, "en")}`,
          isMoved ? `planned ${day} instead of ${slot}` : `planned ${day}`,
        ];
  return parts.filter(Boolean).join(language === "ar" ? "؛ " : "; ");
}

/** The prepared brief, why the task exists, and what it was built from. */
function reminderBody({ situation, portal }: Draft, why: string, responsible: Responsible): string {
  const language = languageFor(responsible);
  const { account, brief } = situation;
  const url = portal.recordUrl("companies", account.id);
  const body = page(language, [
    standInWords(responsible, language),
    brief ? briefWords(brief, portal.today, language) : "",
    paragraph(`${language === "ar" ? "سبب هذه المهمة" : "Why this task"}: ${why}.`),
    url ? `<p><a href="${escapeHtml(url)}">${language === "ar" ? "افتح سجل الشركة" : "Open the company"}</a></p>` : "",
  ]);
  return body.slice(0, longestBody);
}

function standInWords({ owner, insteadOf }: Responsible, language: Language): string {
  if (!owner) {
    return paragraph(
      language === "ar" ? "لا مسؤول لهذا الحساب: عيّن مديرًا له." : "Nobody owns this account: give it a lead manager.",
    );
  }
  if (!insteadOf) return "";
  const { name } = insteadOf;
  return paragraph(
    language === "ar"
      ? `وصلتك هذه المهمة لأن ${name} لم يعد مستخدمًا نشطًا: عيّن مديرًا جديدًا للحساب.`
      : `You have this task because ${name} is no longer active: give the account a new lead manager.`,
  );
}
