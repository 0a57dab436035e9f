import type { Pipeline, Stage } from "../portal/pipelines.ts";
import type { ObjectType } from "../types/index.ts";
import { asList, asObject, asOptionalText, asText, asWhole, required, type Json } from "../wire/read-json.ts";
import { conflict, invalid, notFound } from "../wire/refusal.ts";
import { readStage, readStagePatch } from "./read-stage.ts";
import { typeOf } from "./objects.ts";
import { created, defineService, nothing, ok, type Call } from "./service.ts";

/** Pipelines and stages of deals and tickets (spec: pipelines.json). Deleting checks what refers to them (2026-09). */
export const pipelines = defineService({
  name: "Pipelines",
  routes: {
    "GET /crm/pipelines/{version}/{objectType}": {
      operation: "List",
      handle: (call) => ok({ results: call.portal.pipelines.of(withPipelines(call).typeId).map(present) }),
    },
    "POST /crm/pipelines/{version}/{objectType}": {
      operation: "Create with stages",
      handle(call) {
        const type = withPipelines(call);
        const body = asObject(call.body);
        const id = asOptionalText(body.pipelineId, "pipelineId") ?? String(call.portal.nextId("stage"));
        if (call.portal.pipelines.get(type.typeId, id)) throw conflict(`Pipeline ${id} already exists`);
        return created(present(save(call, type, readPipeline(call, type, body, id))));
      },
    },
    "GET /crm/pipelines/{version}/{objectType}/{pipelineId}": {
      operation: "Read",
      handle: (call) => ok(present(need(call))),
    },
    "PUT /crm/pipelines/{version}/{objectType}/{pipelineId}": {
      operation: "Replace",
      handle(call) {
        const type = withPipelines(call);
        const before = need(call);
        const next = readPipeline(call, type, asObject(call.body), before.id);
        const kept = new Set(next.stages.map(({ id }) => id));
        for (const stage of before.stages) if (!kept.has(stage.id)) refuseUsed(call, type, [stage]);
        return ok(present(save(call, type, { ...next, createdAt: before.createdAt })));
      },
    },
    "PATCH /crm/pipelines/{version}/{objectType}/{pipelineId}": {
      operation: "Update",
      handle(call) {
        const before = need(call);
        const body = asObject(call.body);
        const label = asOptionalText(body.label, "label") ?? before.label;
        const displayOrder =
          body.displayOrder === undefined ? before.displayOrder : asWhole(body.displayOrder, "displayOrder");
        return ok(present(save(call, withPipelines(call), { ...before, label, displayOrder })));
      },
    },
    "DELETE /crm/pipelines/{version}/{objectType}/{pipelineId}": {
      operation: "Delete, once nothing refers to it",
      handle(call) {
        const type = withPipelines(call);
        const pipeline = need(call);
        if (call.portal.pipelines.of(type.typeId).length === 1)
          throw invalid(`${type.name} need at least one pipeline`);
        refuseUsed(call, type, pipeline.stages);
        call.portal.pipelines.remove(type.typeId, pipeline.id);
        return nothing;
      },
    },
    "GET /crm/pipelines/{version}/{objectType}/{pipelineId}/stages": {
      operation: "List stages",
      handle: (call) => ok({ results: need(call).stages.map(presentStage) }),
    },
    "POST /crm/pipelines/{version}/{objectType}/{pipelineId}/stages": {
      operation: "Create a stage",
      handle(call) {
        const type = withPipelines(call);
        const pipeline = need(call);
        const stage = readStage(call, type, asObject(call.body));
        if (call.portal.pipelines.withStage(type.typeId, stage.id)) throw conflict(`Stage ${stage.id} already exists`);
        save(call, type, { ...pipeline, stages: [...pipeline.stages, stage] });
        return created(presentStage(stage));
      },
    },
    "GET /crm/pipelines/{version}/{objectType}/{pipelineId}/stages/{stageId}": {
      operation: "Read a stage",
      handle: (call) => ok(presentStage(needStage(call))),
    },
    "PATCH /crm/pipelines/{version}/{objectType}/{pipelineId}/stages/{stageId}": {
      operation: "Update a stage",
      handle: (call) =>
        ok(presentStage(replaceStage(call, readStagePatch(call, withPipelines(call), needStage(call))))),
    },
    "PUT /crm/pipelines/{version}/{objectType}/{pipelineId}/stages/{stageId}": {
      operation: "Replace a stage",
      handle(call) {
        const before = needStage(call);
        const stage = readStage(call, withPipelines(call), { ...asObject(call.body), stageId: before.id });
        return ok(presentStage(replaceStage(call, { ...stage, createdAt: before.createdAt })));
      },
    },
    "DELETE /crm/pipelines/{version}/{objectType}/{pipelineId}/stages/{stageId}": {
      operation: "Delete a stage, once nothing refers to it",
      handle(call) {
        const type = withPipelines(call);
        const pipeline = need(call);
        const stage = needStage(call);
        if (pipeline.stages.length === 1) throw invalid("A pipeline needs at least one stage");
        refuseUsed(call, type, [stage]);
        save(call, type, { ...pipeline, stages: pipeline.stages.filter(({ id }) => id !== stage.id) });
        return nothing;
      },
    },
  },
});

function withPipelines(call: Call): ObjectType {
  const type = typeOf(call);
  if (type.hasPipelines) return type;
  throw invalid(`${type.name} have no pipelines`);
}

function need(call: Call): Pipeline {
  const found = call.portal.pipelines.get(withPipelines(call).typeId, call.params.pipelineId!);
  if (found) return found;
  throw notFound(`Pipeline ${call.params.pipelineId!} does not exist`);
}

function needStage(call: Call): Stage {
  const found = need(call).stages.find(({ id }) => id === call.params.stageId);
  if (found) return found;
  throw notFound(`Stage ${call.params.stageId!} does not exist`);
}

function save(call: Call, type: ObjectType, pipeline: Pipeline): Pipeline {
  const twin = call.portal.pipelines
    .of(type.typeId)
    .find(({ id, label }) => label === pipeline.label && id !== pipeline.id);
  if (twin) throw conflict(`A pipeline with the label ${pipeline.label} already exists`);
  const next = { ...pipeline, updatedAt: call.portal.now().toISOString() };
  call.portal.pipelines.put(type.typeId, next);
  return next;
}

function replaceStage(call: Call, stage: Stage): Stage {
  const pipeline = need(call);
  save(call, withPipelines(call), {
    ...pipeline,
    stages: pipeline.stages.map((each) => (each.id === stage.id ? stage : each)),
  });
  return stage;
}

function readPipeline(call: Call, type: ObjectType, body: Json, id: string): Pipeline {
  const at = call.portal.now().toISOString();
  const stages = asList(required(body, "stages"), "stages").map((each) =>
    readStage(call, type, asObject(each, "stage")),
  );
  if (stages.length === 0) throw invalid("A pipeline needs at least one stage");
  if (new Set(stages.map(({ label }) => label)).size < stages.length) throw invalid("Two stages have the same label");
  return {
    id,
    label: asText(required(body, "label"), "label"),
    displayOrder: asWhole(required(body, "displayOrder"), "displayOrder"),
    stages,
    createdAt: at,
    updatedAt: at,
    archived: false,
  };
}

function refuseUsed(call: Call, type: ObjectType, stages: Stage[]): void {
  const table = call.portal.records(type);
  const stageName = type.hasPipelines!.stage;
  const ids = new Set(stages.map(({ id }) => id));
  const users = table.liveIds.ids.filter((id) => ids.has(table.get(String(id))!.values[stageName] ?? ""));
  if (users.length === 0) return;
  throw invalid(`${users.length} ${type.name} are still in ${stages.length === 1 ? "this stage" : "this pipeline"}`, [
    {
      message: "Stage is in use",
      code: "STAGE_IN_USE",
      context: { objectIds: users.slice(0, 10).map(String), stageIds: [...ids] },
    },
  ]);
}

const present = (pipeline: Pipeline) => ({
  ...pipeline,
  stages: [...pipeline.stages].sort((a, b) => a.displayOrder - b.displayOrder).map(presentStage),
});
const presentStage = (stage: Stage) => ({ ...stage, writePermissions: "CRM_PERMISSIONS_ENFORCEMENT" });
