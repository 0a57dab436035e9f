import { people, type Account, type Person } from "./accounts.ts";

/** What the reminder of an account must look like: worked out here by hand, not by the code under test. */
export interface ExpectedTask {
  properties: Record<string, string>;
  /** Texts that the body must contain, in this order. */
  body: string[];
}

/** Thursday: three, two and one working days before the Sunday on which all are due, so every tier's day has come. */
export const morning = "2026-12-03T05:00:00Z";
export const dayOfPlanning = "2026-11-22T06:00:00Z";
export const slot = "2026-12-06";

const priorities = { a: "HIGH", b: "MEDIUM", c: "LOW" };
/** Nine in Riyadh is six, nine in London in December is nine. */
const dueAt: Record<string, string> = {
  "Asia/Riyadh": "2026-12-06T06:00:00Z",
  "Europe/London": "2026-12-06T09:00:00Z",
};
const why = {
  en: "Why this task: Every month, first Sunday; planned Sun 6 Dec.",
  ar: "سبب هذه المهمة: كل شهر، أول أحد؛ مخططة في الأحد ٦ ديسمبر.",
};

export function expectedTask(
  account: Account,
  companyId: string,
  portal: { id: string; uiDomain: string },
): ExpectedTask {
  const owner = standIn(account.owner);
  const isArabic = owner.language === "ar";
  const url = `https://${portal.uiDomain}/contacts/${portal.id}/record/0-2/${companyId}`;
  return {
    properties: {
      keyline_task_key: `${portal.id}:${companyId}:${slot}:reminder`,
      hubspot_owner_id: owner.id,
      hs_timestamp: dueAt[owner.timeZone ?? "Asia/Riyadh"] ?? "",
      hs_task_subject: isArabic ? `متابعة: ${account.name}` : `Check-in: ${account.name}`,
      hs_task_priority: priorities[account.tier],
      hs_task_status: "NOT_STARTED",
      hs_task_type: "TODO",
    },
    body: [
      ...(isArabic ? ['<div dir="rtl">'] : []),
      ...(owner === account.owner ? [] : [`You have this task because ${account.owner.firstName} is no longer active`]),
      isArabic ? "هذه أول متابعة مع هذا الحساب." : "The first check-in with this account.",
      why[isArabic ? "ar" : "en"],
      `<a href="${url}">`,
    ],
  };
}

/** Whoever left is replaced by their manager. */
function standIn(person: Person): Person {
  if (!person.hasLeft) return person;
  return people.find(({ userId }) => userId === person.managerUserId) ?? person;
}
