import { Problem, task, type TestReminderMade } from "@keyline/domain";
import { readRecordUrls } from "../desk/index.ts";
import type { SettingsDesk } from "./settings-desk.ts";

const subjects = { en: "A reminder from Keyline, as a test", ar: "تذكير تجريبي من Keyline" };
const bodies = {
  en: "Reminders of check-ins arrive like this one. You can complete it or delete it.",
  ar: "هكذا تصل تذكيرات المتابعات. يمكنك إكمالها أو حذفها.",
};

/** One task for whoever asks, due now. The same click sent twice is one task, where the portal has our unique property. */
export async function makeTestReminder(
  desk: SettingsDesk,
  { idempotencyKey }: { idempotencyKey: string },
): Promise<TestReminderMade> {
  const { hubspot, caller, portalId } = desk;
  const [owners, urlOf] = await Promise.all([hubspot.owners(), readRecordUrls(desk)]);
  const owner = owners.find(({ email, hasLeft }) => email === caller.userEmail && !hasLeft);
  if (!owner) throw nobody();
  const extra = {
    hs_task_subject: subjects[caller.language],
    hs_task_body: bodies[caller.language],
    hs_task_status: "NOT_STARTED",
    hs_task_type: "TODO",
    hs_timestamp: desk.now().toISOString(),
    hubspot_owner_id: owner.id,
  };
  const key = `${portalId}:test:${idempotencyKey}:reminder`;
  const made = await hubspot.records(task).upsert([{ key, properties: {}, extra }], { by: "keyline_task_key" });
  if (made.refused[0]) throw made.refused[0].problem;
  const taskId = made.written[0]?.id ?? "";
  return { outcome: "made", taskId, url: urlOf("tasks", taskId) };
}

function nobody(): Problem {
  const words = {
    en: "Your HubSpot user is no owner of records, so that no task can be yours. Ask an administrator for a seat.",
    ar: "مستخدمك في HubSpot لا يملك سجلات، فلا يمكن إسناد مهمة إليك. اطلب مقعدًا من المسؤول.",
  };
  return new Problem("conflict", words.en, { words });
}
