import { metricNames, objectiveKinds, type PlanAnswer } from "@keyline/domain";
import { dateFormat, useHost } from "@keyline/ui";
import type { ObjectiveDraft } from "./ObjectiveFields.tsx";

/** What each field of an objective and its values are called, to set two versions side by side. */
export function useObjectiveTexts({ owners, objectives, today }: Pick<PlanAnswer, "owners" | "objectives" | "today">) {
  const { say, language, locale, numbers } = useHost();
  const text = (value: string | null) => value || say("none");
  const number = (value: number | null) => (value === null ? say("none") : numbers.number(value));
  const day = (value: ObjectiveDraft["dueOn"]) => (value ? dateFormat(locale, today).day(value) : say("none"));
  const labels: Record<keyof ObjectiveDraft, string> = {
    kind: say("fieldKind"),
    name: say("fieldObjectiveName"),
    description: say("fieldAbout"),
    needKey: say("fieldNeed"),
    ownerId: say("responsible"),
    startsOn: say("fieldStarts"),
    dueOn: say("fieldDue"),
    measureWords: say("fieldMeasureWords"),
    metric: say("fieldMetric"),
    measureStart: say("fieldMeasureStart"),
    measureNow: say("fieldMeasureNow"),
    measureTarget: say("fieldMeasureTarget"),
    progress: say("fieldProgress"),
    isInternal: say("fieldInternal"),
  };
  const texts: { [K in keyof ObjectiveDraft]: (value: ObjectiveDraft[K]) => string } = {
    kind: (kind) => objectiveKinds.label(kind, language),
    name: text,
    description: text,
    needKey: (key) => objectives.needs.find((need) => need.key === key)?.name ?? text(key),
    ownerId: (id) => owners.find((one) => one.id === id)?.name ?? text(id),
    startsOn: day,
    dueOn: day,
    measureWords: text,
    metric: (metric) => (metric ? metricNames.label(metric, language) : say("noMetric")),
    measureStart: number,
    measureNow: number,
    measureTarget: number,
    progress: number,
    isInternal: (isInternal) => say(isInternal ? "yes" : "notInternal"),
  };
  return { labels, texts };
}
