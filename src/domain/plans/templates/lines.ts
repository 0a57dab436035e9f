import type { TemplateLine } from "./template.ts";

/** Lines that several templates bring. */
export const grow: TemplateLine = {
  id: "grow",
  kind: "objective",
  name: { en: "Grow what they buy from us", ar: "زيادة مشترياتهم منا" },
  due: 1,
  metric: "revenue_growth",
};

export const upsell: TemplateLine = {
  id: "upsell",
  kind: "objective",
  name: { en: "Sell them what they do not have yet", ar: "بيعهم ما لا يملكونه بعد" },
  description: {
    en: "Start from the openings on the snapshot.",
    ar: "ابدأ من الفرص المعروضة في اللمحة.",
  },
  due: 1,
  metric: "upsell",
};

export const satisfy: TemplateLine = {
  id: "satisfy",
  kind: "objective",
  name: { en: "Keep them satisfied", ar: "الحفاظ على رضاهم" },
  due: 1,
  metric: "satisfaction",
};

export const meetNeeds: TemplateLine = {
  id: "needs",
  kind: "objective",
  name: { en: "Meet the needs that matter most to them", ar: "تلبية احتياجاتهم الأهم" },
  due: 1,
  metric: "needs_met",
};

export const carryOut: TemplateLine = {
  id: "advice",
  kind: "objective",
  name: { en: "Have our recommendations carried out", ar: "تنفيذ توصياتنا" },
  due: 1,
  metric: "recommendations_adopted",
};

export const keepTalking: TemplateLine = {
  id: "check-ins",
  kind: "objective",
  name: { en: "Keep every check-in", ar: "الالتزام بكل متابعة" },
  due: 1,
  metric: "check_ins_kept",
};

export const beRecommended: TemplateLine = {
  id: "referrals",
  kind: "objective",
  name: { en: "Be recommended by them", ar: "أن يوصوا بنا غيرهم" },
  due: 1,
  metric: "referrals",
};

export const whoDecides: TemplateLine = {
  id: "who-decides",
  kind: "milestone",
  name: { en: "We know who decides, by what, and who signs", ar: "نعرف من يقرر وبماذا ومن يوقّع" },
  due: 0.15,
};

export const needsConfirmed: TemplateLine = {
  id: "needs-confirmed",
  kind: "milestone",
  name: { en: "Their needs confirmed with them", ar: "تأكيد احتياجاتهم معهم" },
  due: 0.25,
};

export const agreed: TemplateLine = {
  id: "agreed",
  kind: "milestone",
  name: { en: "Plan agreed with them, with both sides’ promises", ar: "الاتفاق معهم على الخطة ووعود الطرفين" },
  due: 0.25,
};

export const renewal: TemplateLine = {
  id: "renewal",
  kind: "milestone",
  name: { en: "Renewal decided", ar: "حسم التجديد" },
  due: "renewal",
};
