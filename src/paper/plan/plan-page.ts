import { Problem, type Language, type PaperAudience, type PlanAnswer } from "@keyline/domain";
import { documentOf } from "../html/document.ts";
import { paperWords } from "../paper-words.ts";
import { customerPage } from "./customer-page.ts";
import { customerPlan } from "./customer-plan.ts";
import { insidePage } from "./inside-page.ts";

/**
 * A plan as a page for paper. The customer's is made from what `customerPlan` lets through and from nothing else.
 * @throws Problem `not-found` when the answer shows no plan, `unavailable` when the customer's page would lack its roadmap
 */
export function planPage(answer: PlanAnswer, audience: PaperAudience, language: Language): string {
  const { plan, unreadable } = answer;
  if (!plan) throw new Problem("not-found", "This plan is no longer in HubSpot.", { words: gone });
  // Inside, a part that lacks is named; a customer would take what is there for the whole.
  if (audience === "customer" && (unreadable.includes("objectives") || unreadable.includes("owners"))) {
    throw new Problem("unavailable", "A part of the plan could not be read.", { words: lacking });
  }
  const { title, body } =
    audience === "inside" ? insidePage(answer, plan, language) : customerPage(customerPlan(answer, plan), language);
  return documentOf(language, title, body, paperWords[language].print);
}

const gone = { en: "This plan is no longer in HubSpot.", ar: "لم تعد هذه الخطة موجودة في HubSpot." };
const lacking = {
  en: "A part of the plan could not be read just now. Load this page again in a moment.",
  ar: "تعذّرت قراءة جزء من الخطة الآن. أعد تحميل الصفحة بعد قليل.",
};
