import type { Words } from "@keyline/domain";

const notes = {
  installed: {
    en: "Keyline is connected. It is setting up its objects now; in a few minutes, open a company record.",
    ar: "تم ربط Keyline، وهو يهيئ كائناته الآن. افتح سجل شركة بعد بضع دقائق.",
  },
  "not-granted": {
    en: "HubSpot did not grant access, so nothing was changed. Start again when you want to.",
    ar: "لم يمنح HubSpot الإذن، فلم يتغير شيء. ابدأ من جديد متى شئت.",
  },
  "start-again": {
    en: "This way back from HubSpot is no longer valid. Start the installation again.",
    ar: "انتهت صلاحية رابط العودة من HubSpot. ابدأ التثبيت من جديد.",
  },
} as const satisfies Record<string, Words>;

/** A page of one sentence, for a person whom HubSpot sent to us; nobody's language is known yet, so it says both. */
export function notePage(note: keyof typeof notes): { type: string; text: string } {
  const { en, ar } = notes[note];
  const style =
    "body{font:18px/1.6 system-ui,sans-serif;max-width:36rem;margin:15vh auto;padding:0 1rem;color:#213343}";
  const text =
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<title>Keyline</title><style>${style}</style><p>${en}</p><p lang="ar" dir="rtl">${ar}</p></html>`;
  return { type: "html", text };
}
