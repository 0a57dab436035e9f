import { apiVersion, ask } from "./call.ts";
import type { Draft } from "./draft.ts";
import type { Kind } from "./kinds.ts";
import { pipelinesOf, type Pipeline, type Portal, type Stage } from "./portal.ts";

interface WantedStages {
  pipeline: string;
  stages: string[];
}

/**
 * Makes the pipelines and stages that the rows name and the portal lacks: a portal's own sales stages are part of its
 * data. What they mean is told from their words: "won" and "lost" (and the Arabic for both) close a deal, the others
 * share the way between in their order.
 */
export async function addStages(portal: Portal, kind: Kind, drafts: readonly Draft[]): Promise<string[]> {
  const pipelines = await pipelinesOf(portal, kind.type);
  const added: string[] = [];
  for (const { pipeline, stages } of wantedStages(drafts, pipelines)) {
    const known = findPipeline(pipeline, pipelines);
    const place = known?.stages.length ?? 0;
    const bodies = stages.map((label, at) => stageBody(kind, label, place + at, (at + 1) / (stages.length + 1)));
    const path = `/crm/pipelines/${apiVersion}/${kind.type}`;
    if (known) {
      for (const body of bodies) {
        known.stages.push(await ask<Stage>(portal.call, "POST", `${path}/${known.id}/stages`, body));
      }
    } else {
      const body = { label: pipeline, displayOrder: pipelines.length, stages: bodies };
      pipelines.push(await ask<Pipeline>(portal.call, "POST", path, body));
    }
    added.push(`${kind.type}: added ${stages.map((stage) => `'${stage}'`).join(", ")} to the pipeline '${pipeline}'`);
  }
  return added;
}

/** The ids of a row's pipeline and stage, as properties. Undefined when the portal does not have them. */
export function stageProperties(draft: Draft, pipelines: readonly Pipeline[]): Record<string, string> | undefined {
  if (!draft.stage || !draft.kind.stages) return {};
  const found = findStage(draft.stage, pipelines);
  return found && { [draft.kind.stages.pipeline]: found.pipeline.id, [draft.kind.stages.stage]: found.stage.id };
}

function wantedStages(drafts: readonly Draft[], pipelines: readonly Pipeline[]): WantedStages[] {
  const wanted = new Map<string, WantedStages>();
  for (const { stage } of drafts) {
    if (!stage || findStage(stage, pipelines)) continue;
    const { pipeline, label } = splitStage(stage, pipelines);
    const known = wanted.get(same(pipeline)) ?? { pipeline, stages: [] };
    if (!known.stages.some((each) => same(each) === same(label))) known.stages.push(label);
    wanted.set(same(pipeline), known);
  }
  return [...wanted.values()].map(({ pipeline, stages }) => ({ pipeline, stages: inOrder(stages) }));
}

/** HubSpot's export may write the stage as "Closed won (Sales Pipeline)". */
function splitStage(
  stage: NonNullable<Draft["stage"]>,
  pipelines: readonly Pipeline[],
): { pipeline: string; label: string } {
  const [, label, named] = /^(.+?)\s*\(([^()]+)\)$/.exec(stage.stage) ?? [];
  const pipeline = stage.pipeline ?? named ?? pipelines[0]?.label ?? "Pipeline";
  const isMark = named !== undefined && (same(named) === same(pipeline) || stage.pipeline === undefined);
  return { pipeline, label: isMark ? label! : stage.stage };
}

function findStage(stage: NonNullable<Draft["stage"]>, pipelines: readonly Pipeline[]) {
  const { pipeline: wanted, label } = splitStage(stage, pipelines);
  const pipeline = findPipeline(wanted, pipelines);
  const found = pipeline?.stages.find((each) => each.id === stage.stage || same(each.label) === same(label));
  if (pipeline && found) return { pipeline, stage: found };
  const byId = pipelines.find(
    (each) => stage.pipeline === undefined && each.stages.some(({ id }) => id === stage.stage),
  );
  return byId && { pipeline: byId, stage: byId.stages.find(({ id }) => id === stage.stage)! };
}

const findPipeline = (wanted: string, pipelines: readonly Pipeline[]): Pipeline | undefined =>
  pipelines.find((each) => each.id === wanted) ?? pipelines.find((each) => same(each.label) === same(wanted));

const isWon = (label: string): boolean => /\bwon\b|ربح|فوز|كسب/i.test(label);
const isLost = (label: string): boolean => /\blost\b|خسر|خسار|مفقود/i.test(label);
const isClosed = (label: string): boolean => /\b(closed|resolved|done)\b|مغلق|محلول/i.test(label);

/** Open stages first, as they came, then won, then lost. */
const inOrder = (stages: string[]): string[] =>
  stages.toSorted((a, b) => Number(isWon(a)) + 2 * Number(isLost(a)) - Number(isWon(b)) - 2 * Number(isLost(b)));

function stageBody(kind: Kind, label: string, displayOrder: number, share: number) {
  if (kind.type === "tickets")
    return { label, displayOrder, metadata: { ticketState: isClosed(label) ? "CLOSED" : "OPEN" } };
  const probability = isWon(label) ? "1.0" : isLost(label) ? "0.0" : String(Math.min(0.9, Math.round(share * 10) / 10));
  return { label, displayOrder, metadata: { probability } };
}

const same = (text: string): string => text.toLowerCase().replace(/[\s_-]+/g, "");
