import type { Collection } from "../ledger/ledger.ts";

export interface Stage {
  id: string;
  label: string;
  displayOrder: number;
  metadata: Record<string, string>;
  createdAt: string;
  updatedAt: string;
  archived: boolean;
}

export interface Pipeline {
  id: string;
  label: string;
  displayOrder: number;
  stages: Stage[];
  createdAt: string;
  updatedAt: string;
  archived: boolean;
}

/** The pipelines of a portal, by object type. */
export interface Pipelines {
  of(typeId: string): Pipeline[];
  get(typeId: string, id: string): Pipeline | undefined;
  /** The pipeline that has this stage: stage ids are unique within a type. */
  withStage(typeId: string, stageId: string): { pipeline: Pipeline; stage: Stage } | undefined;
  put(typeId: string, pipeline: Pipeline): void;
  remove(typeId: string, id: string): void;
}

// HubSpot's own first pipelines, with the internal ids that every portal has.
const dealStages: [string, string, number][] = [
  ["appointmentscheduled", "Appointment Scheduled", 0.2],
  ["qualifiedtobuy", "Qualified To Buy", 0.4],
  ["presentationscheduled", "Presentation Scheduled", 0.6],
  ["decisionmakerboughtin", "Decision Maker Bought-In", 0.8],
  ["contractsent", "Contract Sent", 0.9],
  ["closedwon", "Closed Won", 1],
  ["closedlost", "Closed Lost", 0],
];
const ticketStages: [string, string, "OPEN" | "CLOSED"][] = [
  ["1", "New", "OPEN"],
  ["2", "Waiting on contact", "OPEN"],
  ["3", "Waiting on us", "OPEN"],
  ["4", "Closed", "CLOSED"],
];

export function openPipelines(collection: Collection<Pipeline>): Pipelines {
  const entries = (typeId: string) =>
    [...collection.keys()].filter((key) => key.startsWith(`${typeId}/`)).map((key) => collection.get(key)!);
  const of = (typeId: string) => entries(typeId).sort((a, b) => a.displayOrder - b.displayOrder);
  return {
    of,
    get: (typeId, id) => collection.get(`${typeId}/${id}`),
    withStage(typeId, stageId) {
      for (const pipeline of of(typeId)) {
        const stage = pipeline.stages.find((each) => each.id === stageId);
        if (stage) return { pipeline, stage };
      }
      return undefined;
    },
    put: (typeId, pipeline) => collection.put(`${typeId}/${pipeline.id}`, pipeline),
    remove: (typeId, id) => collection.delete(`${typeId}/${id}`),
  };
}

/** What a new portal has: one sales pipeline, one support pipeline. */
export function presetPipelines(at: string): [typeId: string, pipeline: Pipeline][] {
  const stage = (id: string, label: string, displayOrder: number, metadata: Record<string, string>): Stage => ({
    id,
    label,
    displayOrder,
    metadata,
    createdAt: at,
    updatedAt: at,
    archived: false,
  });
  const whole = { displayOrder: 0, createdAt: at, updatedAt: at, archived: false };
  return [
    [
      "0-3",
      {
        ...whole,
        id: "default",
        label: "Sales Pipeline",
        stages: dealStages.map(([id, label, probability], order) =>
          stage(id, label, order, dealMetadata(probability.toFixed(1))),
        ),
      },
    ],
    [
      "0-5",
      {
        ...whole,
        id: "0",
        label: "Support Pipeline",
        stages: ticketStages.map(([id, label, ticketState], order) =>
          stage(id, label, order, { ticketState, isClosed: String(ticketState === "CLOSED") }),
        ),
      },
    ],
  ];
}

/** HubSpot calls a deal stage closed when its probability is 0 or 1. */
export const dealMetadata = (probability: string): Record<string, string> => ({
  isClosed: String(["0", "0.0", "1", "1.0"].includes(probability)),
  probability,
});
