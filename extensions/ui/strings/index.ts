export { ar } from "./ar/index.ts";
export type { Entry, PluralForms } from "./catalogue.ts";
export { en } from "./en/index.ts";
export {
  bulkTexts,
  checkInsTexts,
  frameTexts,
  kpisTexts,
  loggingTexts,
  managingTexts,
  needsTexts,
  servingTexts,
  paperTexts,
  peopleTexts,
  decidersTexts,
  planTexts,
  familiesTexts,
  planFieldsTexts,
  planLifeTexts,
  nextPlanTexts,
  planSnapshotTexts,
  planStartTexts,
  planSuccessTexts,
  portfolioTexts,
  roadmapTexts,
  movesTexts,
  settingsTexts,
  summaryTexts,
  type Texts,
} from "./texts.ts";
export { apart, speak, type Key, type PlainKey, type Say } from "./say.ts";
