import type { Language } from "@keyline/domain";
import * as ar from "./ar/parts.ts";
import type { Entry } from "./catalogue.ts";
import * as en from "./en/parts.ts";

/** One part of the catalogue in its languages, as a surface brings it: only what a surface says is in its bundle. */
export type Texts = Readonly<Record<Language, Readonly<Record<string, Entry>>>>;

export const frameTexts: Texts = { en: en.frame, ar: ar.frame };
export const bulkTexts: Texts = { en: en.bulk, ar: ar.bulk };
export const summaryTexts: Texts = { en: en.summary, ar: ar.summary };
export const managingTexts: Texts = { en: en.managing, ar: ar.managing };
export const checkInsTexts: Texts = { en: en.checkIns, ar: ar.checkIns };
export const loggingTexts: Texts = { en: en.logging, ar: ar.logging };
export const needsTexts: Texts = { en: en.needs, ar: ar.needs };
export const planTexts: Texts = { en: en.plan, ar: ar.plan };
export const kpisTexts: Texts = { en: en.kpis, ar: ar.kpis };
export const planStartTexts: Texts = { en: en.planStart, ar: ar.planStart };
export const planFieldsTexts: Texts = { en: en.planFields, ar: ar.planFields };
export const planLifeTexts: Texts = { en: en.planLife, ar: ar.planLife };
export const planSnapshotTexts: Texts = { en: en.planSnapshot, ar: ar.planSnapshot };
export const planSuccessTexts: Texts = { en: en.planSuccess, ar: ar.planSuccess };
export const portfolioTexts: Texts = { en: en.portfolio, ar: ar.portfolio };
export const settingsTexts: Texts = { en: en.settings, ar: ar.settings };
export const paperTexts: Texts = { en: en.paper, ar: ar.paper };
export const peopleTexts: Texts = { en: en.people, ar: ar.people };
export const roadmapTexts: Texts = { en: en.roadmap, ar: ar.roadmap };
export const movesTexts: Texts = { en: en.moves, ar: ar.moves };
export const servingTexts: Texts = { en: en.serving, ar: ar.serving };
export const nextPlanTexts: Texts = { en: en.nextPlan, ar: ar.nextPlan };
export const decidersTexts: Texts = { en: en.deciders, ar: ar.deciders };
export const familiesTexts: Texts = { en: en.families, ar: ar.families };
