import { ar, en } from "@keyline/ui";
import { keyboardOf, mouse } from "./hands.ts";

/** A check-in written down in each language, of a company whose reminder is open; one by the keyboard alone. */
export const logs = [
  {
    locale: "en",
    dir: "ltr",
    words: en,
    hand: keyboardOf,
    account: "Gulf Vaccine Logistics",
    slot: "2026-11-04",
    opensWith: /^Wed Nov 4/,
    log: en.logIt,
    /** From the meeting that was held. */
    opensOn: "Nov 2, 2026",
    heldOn: "2026-11-03",
    attended: "Nouf Alsuwaidi",
    topic: "Less paper for drivers",
    own: "Cold boxes for the small vans",
    promise: "Train the night shift",
    recommendation: "Test the new boxes on two routes",
    who: "Priya",
    by: "2026-12-10",
    obstacle: "The budget is closed until January",
    past: /Tue Nov 3 · Held 1 day early · 2 topics · 1 recommendation/,
    tag: "Went well",
    /** Whoever was told that it is late. */
    told: ["COMPLETED"],
    next: "2026-12-02",
    foreign: /[\u0600-\u06ff]/,
  },
  {
    locale: "ar",
    dir: "rtl",
    words: ar,
    hand: () => mouse,
    account: "Hijaz Pharma",
    slot: "2026-11-23",
    opensWith: /^الاثنين ٢٣ نوفمبر/,
    log: ar.logOne,
    opensOn: "٢٢ نوفمبر ٢٠٢٦",
    heldOn: "2026-11-19",
    attended: "Huda Bakhsh",
    topic: "Records of all 40 vans",
    own: "صناديق تبريد للسيارات الصغيرة",
    promise: "Send the revised offer",
    recommendation: "تجربة الصناديق على خطين",
    who: "يوسف",
    by: "2026-12-10",
    obstacle: "الميزانية مغلقة حتى يناير",
    past: /الخميس ١٩ نوفمبر – تم قبل موعدها بـ٤ أيام – موضوعان – توصية واحدة/,
    tag: "جرى على ما يرام",
    told: [],
    /** Its rhythm is tighter before the notice date. */
    next: "2026-11-30",
    foreign: /Held|topics|Went|Promised|Earlier/,
  },
] as const;
