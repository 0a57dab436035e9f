import { momentAt, type PlainDate } from "@keyline/domain";
import type { OwnerFacts, PortalFacts } from "./facts.ts";
import { countWords, list, page, paragraph } from "./words.ts";

/** What is wrong with the accounts of one manager's people. Names of companies, the first ones of each kind. */
export interface DigestFacts {
  late: Tally;
  slipping: Tally;
  withoutPlan: Tally;
}

export interface Tally {
  count: number;
  names: string[];
}

/** The key of a manager's digest of a day. Like every key of ours it says portal, what it is about, and the kind. */
export function digestKey(portalId: string, managerId: string, day: PlainDate): string {
  return `${portalId}:0:${day}.${managerId}:digest`;
}

/** The weekly task of a manager of managers. */
export function digestTask(facts: DigestFacts, manager: OwnerFacts, portal: PortalFacts): Record<string, string> {
  const { language } = manager;
  const isArabic = language === "ar";
  const [late, slipping, without] = [facts.late, facts.slipping, facts.withoutPlan].map(({ count }) =>
    countWords(count, language),
  );
  const subject = isArabic
    ? `هذا الأسبوع: متأخرة ${late}، متراجعة ${slipping}، بلا خطة ${without}`
    : `This week: ${late} late, ${slipping} slipping, ${without} without a plan`;
  return {
    hs_timestamp: momentAt(portal.today, portal.policy.dueTime, manager.timeZone ?? portal.timeZone).toISOString(),
    hs_task_subject: subject,
    hs_task_priority: facts.late.count > 0 ? "HIGH" : "MEDIUM",
    hs_task_type: "TODO",
    hubspot_owner_id: manager.id,
    hs_task_body: page(language, [
      list(isArabic ? "متابعات متأخرة" : "Overdue check-ins", named(facts.late, language)),
      list(isArabic ? "حسابات تتراجع" : "Slipping accounts", named(facts.slipping, language)),
      list(isArabic ? "حسابات بلا خطة" : "Accounts without a plan", named(facts.withoutPlan, language)),
      paragraph(
        isArabic
          ? "تأتيك هذه المهمة مرة في الأسبوع لأنك مدير مديري حسابات."
          : "You have this task once a week because account managers report to you.",
      ),
    ]),
  };
}

function named({ count, names }: Tally, language: OwnerFacts["language"]): string[] {
  const more = count - names.length;
  if (more <= 0) return names;
  const rest = countWords(more, language);
  return [...names, language === "ar" ? `و${rest} غيرها` : `and ${rest} more`];
}
