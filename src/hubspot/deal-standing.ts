import type { Pipeline } from "./portal-facts.ts";

export type Stage = Pipeline["stages"][number];

export function stagesOf(pipelines: readonly Pipeline[]): Map<string, Stage> {
  return new Map(pipelines.flatMap(({ stages }) => stages.map((stage) => [stage.id, stage] as const)));
}

/** The properties that say how a deal stands. */
export const dealStandingExtra = ["dealstage", "hs_is_closed", "hs_is_closed_won"] as const;

/** Won, lost or open: as HubSpot says it of the deal; where it says nothing, as the stage of its pipeline does. */
export function dealStanding(
  raw: Readonly<Record<string, string | null>>,
  stages: ReadonlyMap<string, Stage>,
): "open" | "won" | "lost" {
  const stage = stages.get(raw["dealstage"] ?? "");
  const isWon = raw["hs_is_closed_won"] ? raw["hs_is_closed_won"] === "true" : (stage?.isWon ?? false);
  if (isWon) return "won";
  const isClosed = raw["hs_is_closed"] ? raw["hs_is_closed"] === "true" : (stage?.isClosed ?? false);
  return isClosed ? "lost" : "open";
}
