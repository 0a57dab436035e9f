import type { ObjectType } from "../types/index.ts";
import type { Portal } from "./portal.ts";

/**
 * Checks stage against pipeline, and fills the pipeline in when only the stage was given, as HubSpot does.
 * Changes `values`; answers complaints.
 */
export function checkPipeline(
  portal: Portal,
  type: ObjectType,
  values: Record<string, string>,
  current: Record<string, string> | undefined,
): { name: string; code: string; message: string }[] {
  if (!type.hasPipelines) return [];
  const { pipeline: pipelineName, stage: stageName } = type.hasPipelines;
  const pipelineId = values[pipelineName];
  const stageId = values[stageName];
  if (pipelineId && !portal.pipelines.get(type.typeId, pipelineId)) {
    return [
      wrong(
        pipelineName,
        pipelineId,
        portal.pipelines.of(type.typeId).map(({ id }) => id),
      ),
    ];
  }
  const stays = pipelineId && stageId === undefined ? current?.[stageName] : undefined;
  if (stays && portal.pipelines.withStage(type.typeId, stays)?.pipeline.id !== pipelineId) {
    const stages = portal.pipelines.get(type.typeId, pipelineId!)!.stages.map(({ id }) => id);
    return [wrong(stageName, stays, stages)];
  }
  if (!stageId) return [];
  const place = portal.pipelines.withStage(type.typeId, stageId);
  const expected = pipelineId ?? current?.[pipelineName];
  const allowed = portal.pipelines
    .of(type.typeId)
    .filter(({ id }) => !expected || id === expected)
    .flatMap(({ stages }) => stages.map(({ id }) => id));
  if (!place || (pipelineId && place.pipeline.id !== pipelineId)) return [wrong(stageName, stageId, allowed)];
  if (!pipelineId && place.pipeline.id !== current?.[pipelineName]) values[pipelineName] = place.pipeline.id;
  return [];
}

const wrong = (name: string, value: string, allowed: string[]) => ({
  name,
  code: "INVALID_OPTION",
  message: `${value} was not one of the allowed options: [${allowed.join(", ")}]`,
});
