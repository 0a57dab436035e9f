import { defineExtension, type Infer } from "../define-object.ts";
import { choices, date, longText, number, owner, text } from "../fields/index.ts";
import { decisionRoles } from "../vocabulary/people.ts";

/** What Keyline adds to a contact: who decides at the account, by what, and how well we know them. */
export const contact = defineExtension({
  name: "contacts",
  group: { name: "account_management", label: { en: "Account management", ar: "إدارة الحسابات" } },
  fields: {
    am_decision_role: choices(decisionRoles, {
      label: { en: "Role in the decision", ar: "الدور في القرار" },
      help: { en: "Also kept as association labels with the company", ar: "يُحفظ أيضًا في تسميات الارتباط بالشركة" },
    }),
    am_decision_criteria: longText({
      label: { en: "Cares about", ar: "ما يهمّه" },
      help: { en: "What this person decides by", ar: "المعايير التي يقرر على أساسها" },
    }),
    am_relationship_strength: number({
      min: 1,
      max: 5,
      label: { en: "Strength of the relationship", ar: "قوة العلاقة" },
      help: { en: "1 weak, 5 trusted", ar: "١ ضعيفة، ٥ ثقة كاملة" },
    }),
    am_relationship_owner: owner({ label: { en: "Who knows them on our side", ar: "صاحب العلاقة من جانبنا" } }),
    am_last_spoken_with: date({
      label: { en: "Last spoken with", ar: "آخر حديث معه" },
      help: { en: "From meetings and calls held; written by Keyline", ar: "من الاجتماعات والمكالمات؛ يكتبه Keyline" },
    }),
    am_reports_to: text({
      label: { en: "Reports to (contact ID)", ar: "مديره (رقم جهة الاتصال)" },
      help: { en: "Draws the map of who decides", ar: "تُرسم منه خريطة أصحاب القرار" },
    }),
    am_decides_at: text({
      label: { en: "Decides at (company IDs)", ar: "يشارك في قرار (أرقام الشركات)" },
      help: {
        en: "Where which role was agreed on; written by Keyline",
        ar: "أين اتُّفق على أي دور؛ يكتبه Keyline",
      },
    }),
    am_left_on: date({
      label: { en: "Left the company on", ar: "غادر الشركة في" },
      help: { en: "Known or noticed, such as a bouncing address", ar: "معلوم أو مُلاحظ، كارتداد البريد" },
    }),
  },
});

export type ContactProperties = Infer<typeof contact>;
