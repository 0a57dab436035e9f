import { momentAt, renewalOutlooks, type PlainDate } from "@keyline/domain";
import type { Draft } from "./draft.ts";
import type { OwnerFacts } from "./facts.ts";
import type { Responsible } from "./responsible.ts";
import { dateWords, escapeHtml, moneyWords, page, paragraph } from "./words.ts";
import { workingDaysFrom } from "./working-days.ts";

/** What the lead's manager reads when a notice date passed and nobody had decided. Due on the next working day. */
export function noticeTask(
  { situation, portal }: Draft,
  noticeBy: PlainDate,
  responsible: Responsible,
  manager: OwnerFacts,
): Record<string, string> {
  const { language } = manager;
  const { account } = situation;
  const { am_renewal_outlook: outlook, am_renewal_value: value } = account.properties;
  const isArabic = language === "ar";
  const lead = (responsible.insteadOf ?? responsible.owner)?.name ?? "";
  const by = dateWords(noticeBy, portal.today, language);
  const amount = value === null ? null : moneyWords(value, portal.currency, language);
  const sentences = isArabic
    ? [
        `انقضى موعد الإشعار في ${by} دون قرار بشأن التجديد.`,
        outlook && `التوقع: ${renewalOutlooks.label(outlook, language)}.`,
        amount && `قيمة التجديد: ${amount}.`,
        lead && `المسؤول: ${lead}.`,
      ]
    : [
        `The notice date of ${by} passed and the renewal is undecided.`,
        outlook && `Outlook: ${renewalOutlooks.label(outlook, language)}.`,
        amount && `Renewal value: ${amount}.`,
        lead && `Responsible: ${lead}.`,
      ];
  const closing = isArabic
    ? "تكتمل هذه المهمة من تلقاء نفسها حين يُحسم التوقع (جُدِّد أو خسرناه) أو يتغيّر موعد الإشعار."
    : "This task completes itself when the outlook is renewed or lost, or the notice date moves.";
  const url = portal.recordUrl("companies", account.id);
  const due = workingDaysFrom(portal.today, 1, portal.calendar);
  return {
    hs_timestamp: momentAt(due, portal.policy.dueTime, manager.timeZone ?? portal.timeZone).toISOString(),
    hs_task_subject: isArabic ? `تجديد بلا قرار: ${account.name}` : `Renewal undecided: ${account.name}`,
    hs_task_priority: "HIGH",
    hs_task_type: "TODO",
    hubspot_owner_id: manager.id,
    hs_task_body: page(language, [
      paragraph(sentences.filter(Boolean).join(" ")),
      paragraph(closing),
      url ? `<p><a href="${escapeHtml(url)}">${isArabic ? "افتح سجل الشركة" : "Open the company"}</a></p>` : "",
    ]),
  };
}
