import { momentAt } from "@keyline/domain";
import type { CheckInDraft, Draft } from "./draft.ts";
import type { OwnerFacts } from "./facts.ts";
import type { Responsible } from "./responsible.ts";
import { dateWords, escapeHtml, page, paragraph } from "./words.ts";

/** What the lead's manager reads when a check-in was missed. Due on the day it was written; it stays while it is true. */
export function escalationTask(
  { situation, portal }: Draft,
  { values }: CheckInDraft,
  responsible: Responsible,
  manager: OwnerFacts,
): Record<string, string> {
  const { language } = manager;
  const { account } = situation;
  const lead = (responsible.insteadOf ?? responsible.owner)?.name ?? "";
  const due = dateWords(values.due_date, portal.today, language);
  const url = portal.recordUrl("companies", account.id);
  const isArabic = language === "ar";
  const sentence = isArabic
    ? `كانت المتابعة مستحقة في ${due} ولم تُسجَّل بعد.${lead ? ` المسؤول: ${lead}.` : ""}`
    : `The check-in was due on ${due} and nobody has logged it.${lead ? ` Responsible: ${lead}.` : ""}`;
  const closing = isArabic
    ? "تكتمل هذه المهمة من تلقاء نفسها حين تتم المتابعة."
    : "This task completes itself when the check-in is held.";
  return {
    hs_timestamp: momentAt(values.due_date, portal.policy.dueTime, manager.timeZone ?? portal.timeZone).toISOString(),
    hs_task_subject: isArabic ? `متابعة متأخرة: ${account.name}` : `Overdue check-in: ${account.name}`,
    hs_task_priority: "HIGH",
    hs_task_type: "TODO",
    hubspot_owner_id: manager.id,
    hs_task_body: page(language, [
      paragraph(sentence),
      paragraph(closing),
      url ? `<p><a href="${escapeHtml(url)}">${isArabic ? "افتح سجل الشركة" : "Open the company"}</a></p>` : "",
    ]),
  };
}
