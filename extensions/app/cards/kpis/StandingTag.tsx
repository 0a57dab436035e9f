import { StatusTag } from "@hubspot/ui-extensions";
import type { KpiFigure, KpisAnswer } from "@keyline/domain";
import { useHost, type Say } from "@keyline/ui";
import { isCeiling, isRatio } from "./figure-text.ts";

interface Props {
  figure: KpiFigure;
  stage: KpisAnswer["period"]["stage"];
}

const variants = { reached: "success", "on-track": "info", behind: "warning" } as const;

/** How a metric stands against its target, in a word, since colour alone says nothing to some: "45% · Behind". */
export function StandingTag({ figure, stage }: Props) {
  const { say, line, numbers } = useHost();
  const { metric, standing, attainmentPercent } = figure;
  if (standing === null) return null;
  const percent = attainmentPercent !== null && isRatio(metric) && numbers.percent(attainmentPercent);
  return <StatusTag variant={variants[standing]}>{line([percent, wordOf(figure, stage, say)])}</StatusTag>;
}

function wordOf({ metric, standing }: KpiFigure, stage: Props["stage"], say: Say): string {
  if (standing === "on-track") return say("kpiOnTrack");
  if (isCeiling(metric)) return say(standing === "reached" ? "kpiWithin" : "kpiAbove");
  if (standing === "reached") return say("kpiReached");
  return say(stage === "running" ? "kpiBehind" : "kpiNotReached");
}
