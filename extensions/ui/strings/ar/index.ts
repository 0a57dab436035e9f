import type { InArabic } from "../catalogue.ts";
import type { en } from "../en/index.ts";
import { bulk } from "./bulk.ts";
import { checkIns } from "./check-ins.ts";
import { frame } from "./frame.ts";
import { kpis } from "./kpis.ts";
import { logging } from "./logging.ts";
import { managing } from "./managing.ts";
import { needs } from "./needs.ts";
import { paper } from "./paper.ts";
import { people } from "./people.ts";
import { planFields } from "./plan-fields.ts";
import { planLife } from "./plan-life.ts";
import { planSnapshot } from "./plan-snapshot.ts";
import { planStart } from "./plan-start.ts";
import { planSuccess } from "./plan-success.ts";
import { plan } from "./plan.ts";
import { portfolio } from "./portfolio.ts";
import { settings } from "./settings.ts";
import { roadmap } from "./roadmap.ts";
import { summary } from "./summary.ts";

/** Every text that a person reads on a card, in Arabic: written for an Arabic reader, not translated word by word. */
export const ar: InArabic<typeof en> = {
  ...frame,
  ...bulk,
  ...summary,
  ...managing,
  ...checkIns,
  ...logging,
  ...needs,
  ...plan,
  ...kpis,
  ...planStart,
  ...planFields,
  ...planLife,
  ...planSnapshot,
  ...planSuccess,
  ...portfolio,
  ...settings,
  ...paper,
  ...people,
  ...roadmap,
};
