import { NumberInput } from "@hubspot/ui-extensions";
import { metricNames } from "@keyline/domain";
import { en } from "@keyline/ui";
import { Kpis } from "../../../extensions/app/cards/Kpis.tsx";
import { detail, kpis } from "../kpis/answers.ts";
import { fire } from "../stage.tsx";
import { behind, click, submit, type CardAction, type Shown, type Words } from "./card-action.ts";

const common = { card: Kpis, answer: kpis(), reads: { "/cards/kpis/metric": detail() } };
const saved = { body: { outcome: "saved", kpis: kpis() } };
const newSales = (words: Words) => metricNames.label("new_sales", words === en ? "en" : "ar");
const target = (shown: Shown, words: Words) => behind(shown, newSales(words));

export const kpiActions: readonly CardAction[] = [
  {
    ...common,
    action: "set a target",
    path: "/cards/kpis/set-target",
    saved,
    says: "saved",
    prepare: async (shown, words) => {
      click(shown, newSales(words))();
      await shown.until(() => {
        if (!target(shown, words).maybeFind(NumberInput)) throw new Error("The panel is still being read.");
      });
      fire(target(shown, words).find(NumberInput), "onChange", 450_000);
    },
    finish: (shown, words) => submit(target(shown, words)),
  },
  {
    ...common,
    action: "take one's own target away",
    path: "/cards/kpis/set-target",
    saved,
    says: "saved",
    prepare: async (shown, words) => {
      click(shown, newSales(words))();
      await shown.until(() => {
        if (!target(shown, words).maybeFind(NumberInput)) throw new Error("The panel is still being read.");
      });
    },
    finish: (shown, words) => click(target(shown, words), words.kpiRemoveTarget),
  },
  {
    ...common,
    action: "record a referral",
    path: "/cards/kpis/record-signal",
    saved,
    says: "kpiRecorded",
    finish: (shown, { recordReferral }) => submit(behind(shown, recordReferral)),
  },
  {
    ...common,
    action: "record a testimonial",
    path: "/cards/kpis/record-signal",
    saved,
    says: "kpiRecorded",
    finish: (shown, { recordTestimonial }) => submit(behind(shown, recordTestimonial)),
  },
  {
    ...common,
    action: "recalculate",
    path: "/cards/kpis/recalculate",
    saved: { body: { outcome: "saved", changed: 3, refused: null, kpis: kpis() } },
    finish: (shown, { recalculate }) => click(shown, recalculate),
  },
];
